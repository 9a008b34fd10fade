import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { applyBands, weighDrivers } from './driver-bands.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { controlAt } from './grid.ts';
import { createMatrices, multiply, stackRows, takeRow } from './matrices.ts';
import { solveNatural, solveTargetRatio } from './target-ratio.ts';
import { fitVirtualPair, virtualPairAt, type VirtualPair } from './virtual-pair.ts';

/** What the side filters are designed on; frequencies and transfers of one grid. */
export interface SideProblem {
  readonly frequenciesHz: Float64Array;
  /** (bins, 2 ears, drivers) at the listener's place. */
  readonly ears: ComplexMatrices;
  /** The same at each head offset of the document; empty without cancellation. */
  readonly offsetEars: readonly ComplexMatrices[];
  readonly bands: Float64Array | null;
}

/** Left and right filters, (bins, drivers, 1) each, bright ear 1. */
export interface SidePair {
  readonly left: ComplexMatrices;
  readonly right: ComplexMatrices;
}

/** Both side filters, and how the virtual pair was put together from the cancellation. */
export interface SideColumns {
  readonly columns: SidePair;
  readonly cancellation: SidePair;
  /** (bins, 2, 2) M of [L R] = [W_L W_R]·M; the identity without a virtual pair. */
  readonly mix: ComplexMatrices;
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
  const cancellation = {
    left: designSide(document, problem, LEFT),
    right: designSide(document, problem, RIGHT),
  };
  const azimuthDeg = sides.virtualSpeakerAzimuthDeg;
  const pair =
    azimuthDeg === null || !sides.cancellation ? null : fitVirtualPair(listener, azimuthDeg, speedOfSoundMps);
  const mix = virtualMix(pair, cancellation, problem);
  return { columns: mixed(cancellation, mix), cancellation, mix, virtualPair: pair };
}

function designSide(document: DesignDocument, problem: SideProblem, near: number): ComplexMatrices {
  const { frequenciesHz, bands } = problem;
  const target = document.sides.cancellation;
  const bright = weighDrivers(takeRow(problem.ears, near), bands);
  const filters = solveNatural(bright);
  if (target) {
    const far = stackRows(problem.offsetEars.map((ears) => takeRow(ears, 1 - near)));
    const solved = solveTargetRatio({
      bright,
      dark: weighDrivers(far, bands),
      targetDb: evaluateGainCurve(target.targetGainDb, frequenciesHz),
      maxEffortDb: target.maxEffortDb,
    });
    mixIn(filters, solved.filters, frequenciesHz);
  }
  applyBands(filters, bands);
  return filters;
}

/** Cross-fades natural filters, in place, to designed ones over the band that is controlled. */
export function mixIn(
  natural: ComplexMatrices,
  designed: ComplexMatrices,
  frequenciesHz: Float64Array,
): void {
  const { rows: n } = natural;
  frequenciesHz.forEach((frequencyHz, bin) => {
    const part = controlAt(frequencyHz);
    for (let i = bin * n; i < (bin + 1) * n; i++) {
      natural.re[i]! += part * (designed.re[i]! - natural.re[i]!);
      natural.im[i]! += part * (designed.im[i]! - natural.im[i]!);
    }
  });
}

/**
 * M of [L R] = [W_L W_R]·M. The near ear of W_L + q·W_R hears 1 + q·x, x the crosstalk that the cancellation left of W_R;
 * dividing by it keeps the near ear flat where separation is small (towards low frequencies x → 1 and the sum would be
 * 6 dB up). With x → 0 the far ear gets q.
 */
function virtualMix(pair: VirtualPair | null, cancellation: SidePair, problem: SideProblem): ComplexMatrices {
  const { frequenciesHz, ears } = problem;
  const mix = createMatrices(frequenciesHz.length, 2, 2);
  const crosstalkOfRight = multiply(takeRow(ears, LEFT), cancellation.right);
  const crosstalkOfLeft = multiply(takeRow(ears, RIGHT), cancellation.left);
  frequenciesHz.forEach((frequencyHz, bin) => {
    const q = pair ? virtualPairAt(pair, frequencyHz) : { re: 0, im: 0 };
    [crosstalkOfRight, crosstalkOfLeft].forEach((crosstalk, column) => {
      const re = 1 + q.re * crosstalk.re[bin]! - q.im * crosstalk.im[bin]!;
      const im = q.re * crosstalk.im[bin]! + q.im * crosstalk.re[bin]!;
      const power = re * re + im * im;
      const own = bin * 4 + column * 3;
      const other = bin * 4 + (column === LEFT ? 2 : 1);
      mix.re[own] = re / power;
      mix.im[own] = -im / power;
      mix.re[other] = (q.re * re + q.im * im) / power;
      mix.im[other] = (q.im * re - q.re * im) / power;
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
