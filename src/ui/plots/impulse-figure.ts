import type { Dash, Data } from 'plotly.js';
import { axisTitle, baseAxis, baseLayout } from './axes.ts';
import { isCompact } from './plot-figure.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from './plot-figure.ts';
import { plotsText } from '../text/plots.ts';

export interface ImpulseLine {
  readonly name: string;
  readonly taps: Float32Array;
  readonly color: string;
  readonly dash?: Dash;
  readonly opacity?: number;
}

export interface Impulses {
  readonly lines: readonly ImpulseLine[];
  readonly sampleRateHz: number;
  /** The tap that is at time 0. */
  readonly latencySamples: number;
}

const HEIGHT_PX = 400;
/** What is in sight at first, and how far it can be zoomed out, ms around the modelling delay. */
const SHOWN_MS = [-3, 3] as const;
const DRAWN_MS = 20;

/** Taps over time, the modelling delay at 0. */
export function impulseFigure(impulses: Impulses, theme: PlotTheme, room: PlotRoom): PlotFigure {
  const { sampleRateHz, latencySamples } = impulses;
  const toMs = (tap: number) => (1000 * (tap - latencySamples)) / sampleRateHz;
  const reach = Math.round((DRAWN_MS * sampleRateHz) / 1000);
  const peak = Math.max(1e-9, ...impulses.lines.map(({ taps }) => largest(taps)));
  const data = impulses.lines.map(({ name, taps, color, dash = 'solid', opacity = 1 }): Data => {
    const first = Math.max(0, latencySamples - reach);
    const drawn = taps.subarray(first, latencySamples + reach + 1);
    return {
      type: 'scatter',
      mode: 'lines',
      name,
      x: Array.from(drawn, (_, i) => toMs(first + i)),
      y: Array.from(drawn),
      opacity,
      line: { width: 1.75, color, dash, simplify: false },
      hovertemplate: '%{y:.4f}',
    };
  });
  return {
    data,
    layout: {
      ...baseLayout(theme, room, { left: isCompact(room) ? 54 : 66, right: 20, top: 12, bottom: 48 }),
      height: Math.min(HEIGHT_PX, room.heightPx ?? HEIGHT_PX),
      hovermode: 'x unified',
      xaxis: {
        ...baseAxis(theme),
        title: axisTitle(plotsText.time, theme),
        range: [...SHOWN_MS],
        unifiedhovertitle: { text: '%{x:.3f} ms' },
      },
      yaxis: {
        ...baseAxis(theme),
        title: axisTitle(plotsText.tap, theme),
        range: [-1.1 * peak, 1.1 * peak],
        zeroline: true,
        zerolinecolor: theme.muted,
      },
    },
  };
}

function largest(taps: Float32Array): number {
  return taps.reduce((most, tap) => Math.max(most, Math.abs(tap)), 0);
}
