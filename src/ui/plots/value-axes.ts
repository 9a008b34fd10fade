import type { ValueAxis } from './curves-figure.ts';

const WINDOW_DB = 50;
const TICK_DB = 5;
/** Levels in dB that are as long as a decade (IEC 60263). */
const DB_PER_DECADE = [25, 50] as const;
const STEPS = [1, 2, 5];
const DEGREE_STEPS = [15, 30, 45, 90, 180, 360, 720, 1800, 3600, 7200, 18_000, 36_000];
const MOST_TICKS = 9;

/** A 50 dB window with its top on a multiple of 5 dB, above all that is in it. */
export function levelWindow(
  title: string,
  values: readonly ArrayLike<number>[],
  leastTopDb = -Infinity,
): ValueAxis {
  const highest = Math.max(leastTopDb, extent(values, 0)[1] + 0.5);
  const top = Math.ceil((Number.isFinite(highest) ? highest : 0) / TICK_DB) * TICK_DB;
  return {
    title,
    unit: ' dB',
    range: [top - WINDOW_DB, top],
    tick: TICK_DB,
    digits: 1,
    perDecade: DB_PER_DECADE,
  };
}

/** Degrees, ticks on turns or parts of them. */
export function degreeAxis(title: string, values: readonly ArrayLike<number>[]): ValueAxis {
  const [from, to] = extent(values, 0);
  const span = Math.max(to - from, 90);
  const tick = DEGREE_STEPS.find((step) => span / step <= MOST_TICKS) ?? DEGREE_STEPS.at(-1)!;
  return { title, unit: '°', range: onTicks(from, to, tick), tick, digits: 0 };
}

/**
 * Any other unit, ticks of 1, 2 or 5 times a power of ten.
 * @param outliers share of the values at each end that the range need not reach: a group delay shoots up beside a zero
 */
export function plainAxis(
  title: string,
  unit: string,
  values: readonly ArrayLike<number>[],
  leastSpan: number,
  outliers = 0,
): ValueAxis {
  const [from, to] = extent(values, outliers);
  const span = Math.max(to - from, leastSpan);
  const decade = 10 ** Math.floor(Math.log10(span / MOST_TICKS));
  const tick = (STEPS.find((step) => span / (step * decade) <= MOST_TICKS) ?? 10) * decade;
  const middle = (from + to) / 2;
  const range = onTicks(Math.min(from, middle - span / 2), Math.max(to, middle + span / 2), tick);
  return { title, unit, range, tick, digits: Math.max(0, 1 - Math.floor(Math.log10(tick))) };
}

function onTicks(from: number, to: number, tick: number): [number, number] {
  const low = Math.floor(from / tick) * tick;
  const high = Math.ceil(to / tick) * tick;
  return low === high ? [low - tick, high + tick] : [low, high];
}

function extent(values: readonly ArrayLike<number>[], outliers: number): [number, number] {
  const finite = values
    .flatMap((one) => Array.from(one))
    .filter((value) => Number.isFinite(value))
    .sort((a, b) => a - b);
  if (finite.length === 0) return [0, 0];
  const skipped = Math.floor(outliers * finite.length);
  return [finite[skipped], finite[finite.length - 1 - skipped]];
}
