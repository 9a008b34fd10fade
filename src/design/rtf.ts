import { earDirections } from '../acoustics/head.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import { length, subtract } from '../acoustics/vectors.ts';
import { designColumns } from './columns.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { computeGeometry } from './geometry.ts';
import { createGrid } from './grid.ts';
import { createMatrices } from './matrices.ts';
import { noMemo } from './memo.ts';
import { realiseFilters } from './realise.ts';

/**
 * The cancellation of both sides in relative form: the driver nearest to the bright ear plays its input as it is, every
 * other driver what it plays relative to that one. Tone is left to whoever uses it: the bright ear is flat only with the
 * near driver's own filter in front.
 * @returns 2 → N: L, R → drivers, late by half the taps
 */
export function relativeSideSet(document: DesignDocument): FilterSet {
  const grid = createGrid(document);
  const { cancellation } = designColumns(document, computeGeometry(document, grid.frequenciesHz, noMemo));
  return realiseFilters(
    cancellation.map((column, side) => rtfForm(column, nearestDriver(document, side as 0 | 1))),
    grid,
  );
}

/**
 * The relative form of a side filter: every driver's filter over that of the driver nearest to the bright ear. For two
 * drivers and a hard null that is −b_near/b_far, the relative transfer function of the dark ear: causal and benign.
 * @param column (bins, drivers, 1)
 * @param nearDriver index of the driver that is left as it is
 */
export function rtfForm(column: ComplexMatrices, nearDriver: number): ComplexMatrices {
  const { bins, rows: n } = column;
  const ratio = createMatrices(bins, n, 1);
  for (let bin = 0; bin < bins; bin++) {
    const x = column.re[bin * n + nearDriver]!;
    const y = column.im[bin * n + nearDriver]!;
    // Where the filters fade out there is nothing to relate.
    const power = Math.max(x * x + y * y, Number.MIN_VALUE);
    for (let i = bin * n; i < (bin + 1) * n; i++) {
      ratio.re[i] = (column.re[i]! * x + column.im[i]! * y) / power;
      ratio.im[i] = (column.im[i]! * x - column.re[i]! * y) / power;
    }
  }
  return ratio;
}

/** Index of the driver nearest to an ear. @param side 0 the left ear, 1 the right one */
function nearestDriver({ device, listener }: DesignDocument, side: 0 | 1): number {
  const { positionM, headRadiusM, earAzimuthDeg } = listener;
  const outward = earDirections(positionM, earAzimuthDeg)[side];
  const ear = [0, 1, 2].map((axis) => positionM[axis]! + headRadiusM * outward[axis]!);
  const distances = device.drivers.map((driver) =>
    length(subtract(driver.positionM, [ear[0]!, ear[1]!, ear[2]!])),
  );
  return distances.indexOf(Math.min(...distances));
}
