import type { Data } from 'plotly.js';
import { isSameLook } from './map-sketch.ts';
import type { PlotFigure } from './plot-figure.ts';

/** What of a line moves with its data; all else of it is how it looks. */
const MOVING = ['x', 'y', 'r', 'theta', 'customdata'] as const;
/** What of a layout may come a moment later than its lines. */
const TRAILING = ['shapes', 'annotations'] as const;

/** Whether one figure is another with nothing but its lines moved, and what may trail behind them. */
export function hasMovedLines(before: PlotFigure, after: PlotFigure): boolean {
  return (
    after.data.every(({ type }) => type === 'scatter' || type === 'scatterpolar') &&
    looksOf(before.data) === looksOf(after.data) &&
    without(before.layout, TRAILING) === without(after.layout, TRAILING)
  );
}

/** The same of a figure that has a sketch: its levels have moved, and what may trail behind them. */
export function hasMovedLevels(before: PlotFigure, after: PlotFigure): boolean {
  return (
    before.sketch !== undefined &&
    after.sketch !== undefined &&
    isSameLook(before.sketch, after.sketch) &&
    without(before.layout, TRAILING) === without(after.layout, TRAILING)
  );
}

/** Whether plotly can be asked to move the lines of a figure and nothing else. */
export function canBeAnimated({ data }: PlotFigure): boolean {
  return data.every(({ type }) => type === 'scatter');
}

/** The lines of a figure as a frame of plotly's: where they are, without how they look. */
export function movedLines({ data }: PlotFigure): { data: Data[]; traces: number[] } {
  return {
    data: data.map(
      (line) =>
        Object.fromEntries(
          MOVING.filter((key) => key in line).map((key) => [key, line[key as keyof Data]]),
        ) as Data,
    ),
    traces: data.map((_, index) => index),
  };
}

function looksOf(data: readonly Data[]): string {
  return data.map((line) => without(line, MOVING)).join();
}

function without(value: object, keys: readonly string[]): string {
  return JSON.stringify(value, (key, part: unknown) => (keys.includes(key) ? undefined : part));
}
