import type { ComplexMatrices, Device, Listener, Vec3 } from '../acoustics/types.ts';
import { createMatrices } from './matrices.ts';

/**
 * The order of the drivers as a mirror shows them: driver n stands, alike in every way, where driver `order[n]` is reflected
 * to. What holds for the left side then holds for the right one in this order, and need not be computed again.
 * @returns null unless device and listener are exactly symmetric
 */
export function mirrorOrder({ drivers }: Device, listener: Listener): number[] | null {
  if (listener.positionM[1] !== 0) return null;
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
