import { earDirections } from '../acoustics/head.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import { length, subtract } from '../acoustics/vectors.ts';
import { designColumns } from './columns.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { computeGeometry } from './geometry.ts';
import { createGrid, passbandAt } from './grid.ts';
import { createMatrices, scaleBins } from './matrices.ts';
import { noMemo } from './memo.ts';
import { realiseFilters } from './realise.ts';
import { gridColumns } from './spectrum.ts';

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
    cancellation.map((column, side) => rtfForm(column, nearDriver(document, side))),
    grid,
  );
}

/**
 * The relative form of a set that has been realised, from its FIRs: for every input the near driver plays the input as it
 * is, up to where filters end near half the sample rate, and every other driver what it plays relative to that one.
 * @param drivers L and R, or L, R and C → drivers of the document
 */
export function relativeForm(document: DesignDocument, drivers: FilterSet): FilterSet {
  const grid = createGrid({ ...document, filterTaps: drivers.taps }, drivers.latencySamples);
  const columns = gridColumns(drivers).map((column, input) => {
    const ratio = rtfForm(column, nearDriver(document, input));
    scaleBins(ratio, (bin) => ({ re: passbandAt(grid.frequenciesHz[bin]!, grid.sampleRateHz), im: 0 }));
    return ratio;
  });
  return realiseFilters(columns, grid);
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

/**
 * Index of the driver that a column is taken relative to: for a side the one nearest to its own ear, for the centre the one
 * nearest to the middle of the head.
 * @param input 0 left, 1 right, 2 centre
 */
export function nearDriver({ device, listener }: DesignDocument, input: number): number {
  const { positionM, headRadiusM, earAzimuthDeg } = listener;
  const outward = earDirections(positionM, earAzimuthDeg)[input] ?? [0, 0, 0];
  const place = [0, 1, 2].map((axis) => positionM[axis]! + headRadiusM * outward[axis]!);
  const distances = device.drivers.map((driver) =>
    length(subtract(driver.positionM, [place[0]!, place[1]!, place[2]!])),
  );
  return distances.indexOf(Math.min(...distances));
}
