import type { Data, Layout } from 'plotly.js';

/** What plotly draws, without plotly: a pure value that a test can read. */
export interface PlotFigure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Colours of the page's theme as plain CSS colours: plotly does not read custom properties. */
export interface PlotTheme {
  /** Around the axes. */
  readonly paper: string;
  /** Behind the axes. */
  readonly ground: string;
  /** Text, the on-axis line, contours that matter. */
  readonly ink: string;
  /** Tick labels, axis titles. */
  readonly muted: string;
  readonly grid: string;
  readonly gridMinor: string;
  readonly left: string;
  readonly right: string;
  readonly centre: string;
  readonly natural: string;
  readonly reference: string;
  readonly warning: string;
  readonly fontFamily: string;
}

/** How much room a figure has. */
export interface PlotRoom {
  readonly widthPx: number;
  /** Height to fill where a figure has no aspect of its own. */
  readonly heightPx?: number;
}

/** Narrower than this, a figure thins its ticks and drops what repeats the caption. */
const COMPACT_BELOW_PX = 480;

export function isCompact(room: PlotRoom): boolean {
  return room.widthPx < COMPACT_BELOW_PX;
}

/** The colour with an alpha, for plotly's rgba. Takes #rgb, #rrggbb and rgb(…), which is what browsers report. */
export function withAlpha(color: string, alpha: number): string {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const channel = (at: number) => parseInt(full.slice(at, at + 2), 16);
    return `rgba(${channel(0)}, ${channel(2)}, ${channel(4)}, ${alpha})`;
  }
  const channels = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(color.trim());
  return channels ? `rgba(${channels[1]}, ${channels[2]}, ${channels[3]}, ${alpha})` : color;
}
