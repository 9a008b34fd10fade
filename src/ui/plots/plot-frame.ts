import { FREQUENCY_RANGE_HZ } from './axes.ts';
import type { PlotFigure } from './plot-figure.ts';
import type { Zoom } from './zoom.ts';

/** Where the main axes of a figure are, px from its upper left corner, and what they show. For what is laid over a plot. */
export interface PlotFrame {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** As plotly keeps it: exponents of ten on a log axis. */
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
}

/** The frame of a figure's main axes: its margins are fixed, so it is known without asking what is drawn. */
export function frameOf({ layout }: PlotFigure, zoom: Zoom): PlotFrame {
  const { l = 0, r = 0, t = 0, b = 0 } = layout.margin ?? {};
  const [bottom, top] = (layout.yaxis?.domain as [number, number] | undefined) ?? [0, 1];
  const innerPx = (layout.height ?? 0) - t - b;
  return {
    leftPx: l,
    topPx: t + (1 - top) * innerPx,
    widthPx: (layout.width ?? 0) - l - r,
    heightPx: (top - bottom) * innerPx,
    xRange: zoom['xaxis'] ?? rangeOf(layout.xaxis?.range, FREQUENCY_RANGE_HZ.map(Math.log10)),
    yRange: zoom['yaxis'] ?? rangeOf(layout.yaxis?.range, [0, 1]),
  };
}

/** Pixel of a frequency (x, log) and a level (y). */
export function pixelOf(frame: PlotFrame, frequencyHz: number, level: number): { x: number; y: number } {
  return {
    x: frame.leftPx + share(frame.xRange, Math.log10(frequencyHz)) * frame.widthPx,
    y: frame.topPx + (1 - share(frame.yRange, level)) * frame.heightPx,
  };
}

/** What is under a pixel: the inverse of `pixelOf`. */
export function pointAt(frame: PlotFrame, x: number, y: number): { frequencyHz: number; level: number } {
  const across = (x - frame.leftPx) / frame.widthPx;
  const up = 1 - (y - frame.topPx) / frame.heightPx;
  const [x0, x1] = frame.xRange;
  const [y0, y1] = frame.yRange;
  return { frequencyHz: 10 ** (x0 + across * (x1 - x0)), level: y0 + up * (y1 - y0) };
}

export function isInside(frame: PlotFrame, { x, y }: { x: number; y: number }): boolean {
  const slackPx = 0.5;
  return (
    x >= frame.leftPx - slackPx &&
    x <= frame.leftPx + frame.widthPx + slackPx &&
    y >= frame.topPx - slackPx &&
    y <= frame.topPx + frame.heightPx + slackPx
  );
}

function share([from, to]: readonly [number, number], value: number): number {
  return (value - from) / (to - from);
}

function rangeOf(range: unknown, otherwise: readonly number[]): readonly [number, number] {
  const [from, to] = Array.isArray(range) ? (range as number[]) : otherwise;
  return [from, to];
}
