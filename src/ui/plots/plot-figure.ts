import type { Data, Layout } from 'plotly.js';
import type { MapSketch } from './map-sketch.ts';

/** What plotly draws, without plotly: a pure value that a test can read. */
export interface PlotFigure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  /** What can be drawn of its data at once, while they change with a hand. */
  readonly sketch?: MapSketch;
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
  const channels = channelsOf(color);
  return channels ? `rgba(${channels.join(', ')}, ${alpha})` : color;
}

/** Whether light lines stand out on the figure. */
export function isDark({ ground }: Pick<PlotTheme, 'ground'>): boolean {
  const channels = channelsOf(ground);
  return channels !== null && channels.reduce((sum, channel) => sum + channel, 0) < 1.5 * 255;
}

/** Red, green and blue, 0…255; null for what is no colour of these forms. */
function channelsOf(color: string): number[] | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16));
  }
  const channels = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(color.trim());
  return channels ? channels.slice(1, 4).map(Number) : null;
}
