import type { Dash } from 'plotly.js';
import type { PlotTheme } from './plot-figure.ts';

/** How a driver's curve is drawn: in the colour of its side, paler and in other dashes the nearer it is to the middle. */
export interface DriverStroke {
  readonly tone: 'left' | 'right' | 'centre';
  /** Lengths of strokes and gaps, px; empty for a solid line. */
  readonly dash: readonly number[];
  readonly opacity: number;
}

interface Placed {
  readonly positionM: readonly [front: number, left: number, up: number];
}

/** A driver this near to the middle is on the axis. */
const ON_AXIS_M = 1e-6;
/** Lengths of strokes and gaps, px, for lines that are told apart by more than their colour. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [9, 4],
  [3, 3],
  [10, 3, 2, 3],
  [14, 4],
  [6, 3, 2, 3, 2, 3],
];
const PALEST = 0.45;

/** One for each driver, in their order. */
export function driverStrokes(drivers: readonly Placed[]): DriverStroke[] {
  const sideOf = ({ positionM: [, left] }: Placed) => (Math.abs(left) <= ON_AXIS_M ? 0 : Math.sign(left));
  return drivers.map((driver) => {
    const side = sideOf(driver);
    const group = drivers.filter((other) => sideOf(other) === side);
    const outwards = (one: Placed) => Math.abs(one.positionM[1]);
    const rank = group.filter(
      (other) =>
        outwards(other) > outwards(driver) ||
        (outwards(other) === outwards(driver) && drivers.indexOf(other) < drivers.indexOf(driver)),
    ).length;
    const tone = side === 0 ? 'centre' : side > 0 ? 'left' : 'right';
    const opacity = group.length > 1 ? 1 - ((1 - PALEST) * rank) / (group.length - 1) : 1;
    return { tone, dash: DASHES[rank % DASHES.length], opacity };
  });
}

/** The stroke as plotly takes it. */
export function plotlyStroke({ tone, dash, opacity }: DriverStroke, theme: PlotTheme) {
  return { color: theme[tone], dash: plotlyDash(dash), opacity };
}

/** Dashes as plotly takes them; its types know the named ones alone, it also takes a list of lengths. */
export function plotlyDash(dash: readonly number[]): Dash {
  return dash.length > 0 ? (dash.map((px) => `${px}px`).join(',') as Dash) : 'solid';
}
