import type { ComplexMatrices } from '../acoustics/types.ts';
import { horizontalTransfers } from './directivity.ts';
import type { DesignDocument, NullSet, NullShape } from './document.ts';
import { createMatrices } from './matrices.ts';

/** A direction in a null, and how much the power that goes there counts. */
export interface NullRow {
  readonly azimuthDeg: number;
  readonly weight: number;
}

/** Spacing of the directions that stand for a null's width: far finer than any lobe that a null could be set against. */
const NULL_STEP_DEG = 5;

/**
 * The directions of all nulls. Every null counts as much as any other, however wide, times its own depth: of M nulls that
 * reach T in their weighted mean, one that is to be g deeper reaches T·g to within 10·log10 M dB.
 * @returns weights with a mean of one where no null has a depth of its own
 */
export function nullRows(nulls: NullSet): NullRow[] {
  const each = nulls.nullAzimuthsDeg.map((azimuthDeg, index) => {
    const {
      widthDeg = nulls.nullWidthDeg,
      extraDepthDb = 0,
      shape = 'flat',
    } = nulls.nullDetails?.[index] ?? {};
    return { rows: shapedRows(azimuthDeg, widthDeg, shape), gain: 10 ** (extraDepthDb / 10) };
  });
  const count = each.reduce((sum, { rows }) => sum + rows.length, 0);
  return each.flatMap(({ rows, gain }) => {
    const share = (gain * count) / (each.length * rows.length);
    return rows.map(({ azimuthDeg, weight }) => ({ azimuthDeg, weight: weight * share }));
  });
}

/** The directions of one null, weights with a mean of one. */
function shapedRows(centreDeg: number, widthDeg: number, shape: NullShape): NullRow[] {
  const steps = Math.ceil(widthDeg / NULL_STEP_DEG);
  if (steps === 0) return [{ azimuthDeg: centreDeg, weight: 1 }];
  const azimuths = Array.from({ length: steps + 1 }, (_, i) => centreDeg + widthDeg * (i / steps - 0.5));
  if (shape === 'flat') return azimuths.map((azimuthDeg) => ({ azimuthDeg, weight: 1 }));
  // The cosine ends one step outside: the edges count little, not nothing.
  const parts = azimuths.map((_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (steps + 2)));
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return azimuths.map((azimuthDeg, i) => ({ azimuthDeg, weight: parts[i]! / mean }));
}

/** Nulls as a mirror shows them, left for right. */
export function mirroredNulls(nulls: NullSet): NullSet {
  return { ...nulls, nullAzimuthsDeg: nulls.nullAzimuthsDeg.map((azimuthDeg) => -azimuthDeg) };
}

/** Whether directions lie and count alike to the left and to the right. */
export function areEven(rows: readonly NullRow[]): boolean {
  const ascending = [...rows].sort((a, b) => a.azimuthDeg - b.azimuthDeg);
  return ascending.every(({ azimuthDeg, weight }, i) => {
    const twin = ascending[ascending.length - 1 - i]!;
    return azimuthDeg === -twin.azimuthDeg && weight === twin.weight;
  });
}

/**
 * Directivity of the drivers in the directions of nulls, each row scaled by the root of its weight: the mean power of the
 * rows is the weighted mean.
 * @returns (bins, rows, drivers) as `horizontalTransfers`
 */
export function nullTransfers(
  document: DesignDocument,
  rows: readonly NullRow[],
  frequenciesHz: Float64Array,
): ComplexMatrices {
  const azimuthsDeg = rows.map(({ azimuthDeg }) => azimuthDeg);
  const weights = rows.map(({ weight }) => weight);
  return weighRows(horizontalTransfers(document, azimuthsDeg, frequenciesHz), weights);
}

/** Rows scaled so that the power in each counts with its weight; the same matrices where every weight is one. */
export function weighRows(matrices: ComplexMatrices, weights: readonly number[]): ComplexMatrices {
  if (weights.every((weight) => weight === 1)) return matrices;
  const { bins, rows, columns } = matrices;
  const weighed = createMatrices(bins, rows, columns);
  for (let row = 0, at = 0; row < bins * rows; row++) {
    const factor = Math.sqrt(weights[row % rows]!);
    for (let i = 0; i < columns; i++, at++) {
      weighed.re[at] = matrices.re[at]! * factor;
      weighed.im[at] = matrices.im[at]! * factor;
    }
  }
  return weighed;
}
