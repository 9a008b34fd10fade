import type { ComplexMatrices, Device, Listener, Vec3 } from '../acoustics/types.ts';
import { createMatrices } from './matrices.ts';

/**
 * The order of the drivers as a mirror shows them: driver n stands, alike in every way, where driver `order[n]` is reflected
 * to. What holds for the left side then holds for the right one in this order, and need not be computed again.
 * @returns null unless device and listener are exactly symmetric
 */
export function mirrorOrder({ baffle, drivers }: Device, listener: Listener): number[] | null {
  // What was measured has two different halves.
  if (listener.positionM[1] !== 0 || baffle.kind === 'measured') return null;
  const kind = ({ radiusM, bandHz, gainDb = 0 }: Device['drivers'][number]): string =>
    JSON.stringify([radiusM, bandHz, gainDb]);
  const order = drivers.map((driver) =>
    drivers.findIndex(
      (other) => isMirrored(driver.positionM, other.positionM) && kind(driver) === kind(other),
    ),
  );
  return new Set(order).size === drivers.length && !order.includes(-1) ? order : null;
}

export function isMirrored(a: Vec3, b: Vec3): boolean {
  return a[0] === b[0] && a[1] === -b[1] && a[2] === b[2];
}

/** Rows of both ears as in the mirror: ears exchanged, drivers in the mirror's order. */
export function mirrorEars(ears: ComplexMatrices, order: readonly number[]): ComplexMatrices {
  return reorder(ears, (row) => 1 - row, order);
}

/** A column of filters as in the mirror. */
export function mirrorColumn(column: ComplexMatrices, order: readonly number[]): ComplexMatrices {
  return reorder(column, (row) => order[row]!, [0]);
}

function reorder(
  from: ComplexMatrices,
  rowFrom: (row: number) => number,
  columnFrom: readonly number[],
): ComplexMatrices {
  const { bins, rows, columns } = from;
  const to = createMatrices(bins, rows, columns);
  for (let bin = 0, at = 0; bin < bins; bin++) {
    for (let row = 0; row < rows; row++) {
      const start = (bin * rows + rowFrom(row)) * columns;
      for (let column = 0; column < columns; column++, at++) {
        to.re[at] = from.re[start + columnFrom[column]!]!;
        to.im[at] = from.im[start + columnFrom[column]!]!;
      }
    }
  }
  return to;
}

/**
 * Drivers that a mirror shows each other, taken as one unknown: a problem that is even in the mirror has an even solution.
 * In the orthonormal terms of pairs, (w_i + w_j)/√2, powers stay what they are.
 */
export interface MirrorFold {
  /** Driver and its mirror image, which for a driver in the middle is itself. */
  readonly pairs: readonly (readonly [driver: number, image: number])[];
  readonly drivers: number;
  /** Folds one row of drivers in place: pair p is then at p. */
  apply(re: Float64Array, im: Float64Array): void;
}

/** @param order of `mirrorOrder` */
export function foldOf(order: readonly number[]): MirrorFold {
  const pairs = order
    .map((image, driver) => [driver, image] as const)
    .filter(([driver, image]) => driver <= image);
  const first = Int32Array.from(pairs, ([driver]) => driver);
  const second = Int32Array.from(pairs, ([, image]) => image);
  return {
    pairs,
    drivers: order.length,
    // A pair's first driver never comes before its place, so nothing is overwritten that is still to be read.
    apply(re, im) {
      for (let p = 0; p < first.length; p++) {
        const a = first[p]!;
        const b = second[p]!;
        re[p] = a === b ? re[a]! : (re[a]! + re[b]!) * Math.SQRT1_2;
        im[p] = a === b ? im[a]! : (im[a]! + im[b]!) * Math.SQRT1_2;
      }
    },
  };
}

/** Columns of drivers in the terms of the fold, (bins, rows, pairs). */
export function foldColumns(
  { bins, rows, columns, re, im }: ComplexMatrices,
  fold: MirrorFold,
): ComplexMatrices {
  const to = createMatrices(bins, rows, fold.pairs.length);
  const rowRe = new Float64Array(columns);
  const rowIm = new Float64Array(columns);
  for (let row = 0; row < bins * rows; row++) {
    for (let i = 0; i < columns; i++) {
      rowRe[i] = re[row * columns + i]!;
      rowIm[i] = im[row * columns + i]!;
    }
    fold.apply(rowRe, rowIm);
    for (let p = 0; p < to.columns; p++) {
      to.re[row * to.columns + p] = rowRe[p]!;
      to.im[row * to.columns + p] = rowIm[p]!;
    }
  }
  return to;
}

/** Filters of pairs as filters of drivers, (bins, drivers, 1). */
export function unfoldRows({ bins, rows, re, im }: ComplexMatrices, fold: MirrorFold): ComplexMatrices {
  const to = createMatrices(bins, fold.drivers, 1);
  fold.pairs.forEach(([driver, image], p) => {
    const share = driver === image ? 1 : Math.SQRT1_2;
    for (let bin = 0; bin < bins; bin++) {
      for (const i of [bin * fold.drivers + driver, bin * fold.drivers + image]) {
        to.re[i] = re[bin * rows + p]! * share;
        to.im[i] = im[bin * rows + p]! * share;
      }
    }
  });
  return to;
}

/** Bands of the pairs: mirror images have the same. */
export function foldBands(bands: Float64Array, { pairs, drivers }: MirrorFold): Float64Array {
  return Float64Array.from({ length: (bands.length / drivers) * pairs.length }, (_, i) => {
    const bin = Math.floor(i / pairs.length);
    return bands[bin * drivers + pairs[i % pairs.length]![0]]!;
  });
}
