import type { ComplexMatrices } from '../acoustics/types.ts';

/** How far drivers may be from what they are thought to be. */
export interface Mismatch {
  /** Each driver's level is off by up to this much, either way, all amounts alike likely. */
  readonly gainDb: number;
  /** Each driver's phase, in the same way, alike at all frequencies. */
  readonly phaseDeg: number;
  readonly draws: number;
  readonly seed: number;
}

/** The middle nine tenths of the draws, and their median. */
export interface Spread {
  readonly lowDb: Float64Array;
  readonly medianDb: Float64Array;
  readonly highDb: Float64Array;
}

/** A power ratio of what is wanted to what is not, both summed over paths of every driver: transfer times filter. */
export interface RatioPaths {
  /** (frequencies, paths, drivers): their powers add up. */
  readonly bright: ComplexMatrices;
  readonly dark: ComplexMatrices;
  /** What the ratio of the sums is to be multiplied by, e.g. the number of dark paths over that of bright ones. */
  readonly scale: number;
}

const LOW = 0.05;
const HIGH = 0.95;
const SILENCE = 1e-30;

/**
 * Spread of ratios when every driver is off by an unknown gain and phase; all ratios see the same draws.
 * Yields the fraction done after each draw.
 */
export function* mismatchSpreads(
  ratios: readonly RatioPaths[],
  drivers: number,
  mismatch: Mismatch,
): Generator<number, Spread[]> {
  const random = uniform(mismatch.seed);
  const drawn = ratios.map(({ bright }) =>
    Array.from({ length: bright.bins }, () => new Float64Array(mismatch.draws)),
  );
  const re = new Float64Array(drivers);
  const im = new Float64Array(drivers);
  for (let draw = 0; draw < mismatch.draws; draw++) {
    for (let i = 0; i < drivers; i++) {
      const gain = 10 ** ((mismatch.gainDb * (2 * random() - 1)) / 20);
      const phase = ((mismatch.phaseDeg * Math.PI) / 180) * (2 * random() - 1);
      re[i] = gain * Math.cos(phase);
      im[i] = gain * Math.sin(phase);
    }
    ratios.forEach(({ bright, dark, scale }, ratio) => {
      for (let bin = 0; bin < bright.bins; bin++) {
        const wanted = powerSum(bright, bin, re, im);
        const unwanted = powerSum(dark, bin, re, im);
        drawn[ratio]![bin]![draw] = 10 * Math.log10((scale * wanted + SILENCE) / (unwanted + SILENCE));
      }
    });
    yield (draw + 1) / mismatch.draws;
  }
  return drawn.map(spreadOf);
}

/** Transfers (bins, paths, drivers) with each driver's weight in them, ready for its error. */
export function weighted(
  transfers: ComplexMatrices,
  weights: ComplexMatrices,
  column: number,
): ComplexMatrices {
  const { bins, rows, columns } = transfers;
  const re = new Float64Array(bins * rows * columns);
  const im = new Float64Array(bins * rows * columns);
  for (let at = 0; at < re.length; at++) {
    const bin = Math.floor(at / (rows * columns));
    const from = (bin * columns + (at % columns)) * weights.columns + column;
    const [x, y] = [weights.re[from]!, weights.im[from]!];
    re[at] = transfers.re[at]! * x - transfers.im[at]! * y;
    im[at] = transfers.re[at]! * y + transfers.im[at]! * x;
  }
  return { bins, rows, columns, re, im };
}

function powerSum(
  { rows, columns, re, im }: ComplexMatrices,
  bin: number,
  errorRe: Float64Array,
  errorIm: Float64Array,
): number {
  let power = 0;
  for (let row = bin * rows; row < (bin + 1) * rows; row++) {
    let x = 0;
    let y = 0;
    for (let i = 0; i < columns; i++) {
      const at = row * columns + i;
      x += re[at]! * errorRe[i]! - im[at]! * errorIm[i]!;
      y += re[at]! * errorIm[i]! + im[at]! * errorRe[i]!;
    }
    power += x * x + y * y;
  }
  return power;
}

function spreadOf(bins: readonly Float64Array[]): Spread {
  const sorted = bins.map((draws) => draws.slice().sort());
  const at = (share: number): Float64Array =>
    Float64Array.from(sorted, (draws) => draws[Math.round(share * (draws.length - 1))]!);
  return { lowDb: at(LOW), medianDb: at(0.5), highDb: at(HIGH) };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32: 32 bits of state, good enough to be off by). */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}
