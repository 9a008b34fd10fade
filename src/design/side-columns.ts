import type { ComplexMatrices } from '../acoustics/types.ts';
import { abs, add, complexAt, divide, ONE, scale, subtract, times, writeComplex, ZERO } from './complex.ts';
import type { DesignDocument } from './document.ts';
import { applyBands, weighDrivers } from './driver-bands.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { controlAt } from './grid.ts';
import { createMatrices, multiply, stackRows, takeRow } from './matrices.ts';
import { mirrorColumn } from './mirror.ts';
import { weighRows } from './nulls.ts';
import { prepareTargetRatio, solveNatural, solvePrepared, type PreparedTargetRatio } from './target-ratio.ts';
import { fitVirtualPair, virtualPairAt, type VirtualPair } from './virtual-pair.ts';

/** What the side filters are designed on; frequencies and transfers of one grid. */
export interface SideProblem {
  readonly frequenciesHz: Float64Array;
  /** (bins, 2 ears, drivers) at the listener's place. */
  readonly ears: ComplexMatrices;
  readonly bands: Float64Array | null;
  /** `null` without cancellation. */
  readonly sides: PreparedSides | null;
}

/** Both side channels, prepared. */
export interface PreparedSides {
  readonly left: PreparedTargetRatio;
  /** The order of the drivers in the mirror (`mirrorOrder`) where right is left as a mirror shows it. */
  readonly right: PreparedTargetRatio | readonly number[];
}

/**
 * Near ear bright, far ear dark at every head offset, and with it the nulls where there are any; for one side (0 left,
 * 1 right). What is dark is the mean power at the far ear plus the mean power in the nulls, so that the far ear alone is at
 * least as dark as the target asks.
 * @param nulls (bins, rows, drivers) pressure in the nulls at the head's distance, or `null`
 */
export function prepareSide(
  near: number,
  ears: ComplexMatrices,
  offsetEars: readonly ComplexMatrices[],
  nulls: ComplexMatrices | null,
  bands: Float64Array | null,
): PreparedTargetRatio {
  const far = stackRows(offsetEars.map((offset) => takeRow(offset, 1 - near)));
  return prepareTargetRatio({
    bright: weighDrivers(takeRow(ears, near), bands),
    dark: weighDrivers(nulls ? sumOfMeans(far, nulls) : far, bands),
  });
}

/** Two groups of rows as one, the mean power of which is the sum of both groups' means. */
function sumOfMeans(a: ComplexMatrices, b: ComplexMatrices): ComplexMatrices {
  const rows = a.rows + b.rows;
  const scaled = (group: ComplexMatrices): ComplexMatrices =>
    weighRows(group, new Array<number>(group.rows).fill(rows / group.rows));
  return stackRows([scaled(a), scaled(b)]);
}

/** Left and right filters, (bins, drivers, 1) each, bright ear 1. */
export interface SidePair {
  readonly left: ComplexMatrices;
  readonly right: ComplexMatrices;
}

/** Both side filters, and the cancellation that they were put together from. */
export interface SideColumns {
  readonly columns: SidePair;
  readonly cancellation: SidePair;
  readonly virtualPair: VirtualPair | null;
}

const LEFT = 0;
const RIGHT = 1;

/**
 * Side filters: cancellation W_L (left ear bright, right ear dark at every head offset) and W_R, each solved for
 * itself, so a device need not be symmetric; then the virtual pair from them.
 * Without cancellation there are no two ears to place a virtual pair at: the natural filters stand alone.
 */
export function designSides(document: DesignDocument, problem: SideProblem): SideColumns {
  const { sides, listener, speedOfSoundMps } = document;
  const left = designSide(document, problem, LEFT);
  const right = problem.sides?.right;
  const cancellation = {
    left,
    right: isOrder(right) ? mirrorColumn(left, right) : designSide(document, problem, RIGHT),
  };
  const azimuthDeg = sides.virtualSpeakerAzimuthDeg;
  const pair =
    azimuthDeg === null || !sides.cancellation ? null : fitVirtualPair(listener, azimuthDeg, speedOfSoundMps);
  const mix = virtualMix(pair, cancellation, problem);
  return { columns: mixed(cancellation, mix), cancellation, virtualPair: pair };
}

function isOrder(right: PreparedSides['right'] | undefined): right is readonly number[] {
  return Array.isArray(right);
}

function designSide(document: DesignDocument, problem: SideProblem, near: number): ComplexMatrices {
  const { frequenciesHz, bands, ears, sides } = problem;
  const filters = solveNatural(weighDrivers(takeRow(ears, near), bands));
  const target = document.sides.cancellation;
  const prepared = near === LEFT ? sides?.left : sides?.right;
  if (target && prepared && !isOrder(prepared)) {
    const targetDb = evaluateGainCurve(target.targetGainDb, frequenciesHz);
    mixIn(filters, solvePrepared(prepared, targetDb, target.maxEffortDb).filters, frequenciesHz);
  }
  applyBands(filters, bands);
  return filters;
}

/**
 * Cross-fades natural filters, in place, to designed ones over the band that is controlled.
 * @param designed up to the end of that band
 */
export function mixIn(
  natural: ComplexMatrices,
  designed: ComplexMatrices,
  frequenciesHz: Float64Array,
): void {
  const { rows: n } = natural;
  for (let bin = 0; bin < designed.bins; bin++) {
    const part = controlAt(frequenciesHz[bin]!);
    for (let i = bin * n; i < (bin + 1) * n; i++) {
      natural.re[i]! += part * (designed.re[i]! - natural.re[i]!);
      natural.im[i]! += part * (designed.im[i]! - natural.im[i]!);
    }
  }
}

/** Crosstalk amplitude up to which the virtual pair allows for it in full, and from which on not at all. */
const ALLOWED_CROSSTALK = [0.2, 0.6] as const;

/** How much of a crosstalk the virtual pair allows for: taking all of a large one off would be the hard null again. */
function allowance(crosstalk: number): number {
  const [low, high] = ALLOWED_CROSSTALK;
  const part = Math.min(1, Math.max(0, (crosstalk - low) / (high - low)));
  return 0.5 + 0.5 * Math.cos(Math.PI * part);
}

/**
 * M of [L R] = [W_L W_R]·M, so that L = (W_L + p·W_R)/n. With x_L, x_R the crosstalk that the cancellation left, the near
 * ear of L hears (1 + p·x_R)/n and the far ear (x_L + p)/n.
 *  - p = (q − g·x_L)/(1 − g·q·x_R) makes the far ear q of the near one where the crosstalk is small (g = 1), and is q
 *    where it is large (g = 0), see `allowance`.
 *  - n = 1 + p·x_R keeps the near ear flat: towards low frequencies x → 1, and the sum would be 6 dB up.
 */
function virtualMix(pair: VirtualPair | null, cancellation: SidePair, problem: SideProblem): ComplexMatrices {
  const { frequenciesHz, ears } = problem;
  const mix = createMatrices(frequenciesHz.length, 2, 2);
  const crosstalkOfRight = multiply(takeRow(ears, LEFT), cancellation.right);
  const crosstalkOfLeft = multiply(takeRow(ears, RIGHT), cancellation.left);
  frequenciesHz.forEach((frequencyHz, bin) => {
    const q = pair ? virtualPairAt(pair, frequencyHz) : ZERO;
    const right = complexAt(crosstalkOfRight, bin);
    const left = complexAt(crosstalkOfLeft, bin);
    [LEFT, RIGHT].forEach((column) => {
      const [own, other] = column === LEFT ? [left, right] : [right, left];
      const g = pair ? allowance(Math.max(abs(own), abs(other))) : 0;
      const p = divide(subtract(q, scale(own, g)), subtract(ONE, scale(times(q, other), g)));
      const near = add(ONE, times(p, other));
      writeComplex(mix, bin * 4 + column * 3, divide(ONE, near));
      writeComplex(mix, bin * 4 + (column === LEFT ? 2 : 1), divide(p, near));
    });
  });
  return mix;
}

function mixed({ left, right }: SidePair, mix: ComplexMatrices): SidePair {
  const { bins, rows: n } = left;
  const columns = [0, 1].map((column) => {
    const sum = createMatrices(bins, n, 1);
    for (let bin = 0; bin < bins; bin++) {
      const a = bin * 4 + column;
      const b = a + 2;
      for (let i = bin * n; i < (bin + 1) * n; i++) {
        sum.re[i] =
          left.re[i]! * mix.re[a]! -
          left.im[i]! * mix.im[a]! +
          right.re[i]! * mix.re[b]! -
          right.im[i]! * mix.im[b]!;
        sum.im[i] =
          left.re[i]! * mix.im[a]! +
          left.im[i]! * mix.re[a]! +
          right.re[i]! * mix.im[b]! +
          right.im[i]! * mix.re[b]!;
      }
    }
    return sum;
  });
  return { left: columns[LEFT]!, right: columns[RIGHT]! };
}
