import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { horizontalTransfers } from './geometry.ts';
import { multiply } from './matrices.ts';
import { spectrumColumns } from './spectrum.ts';

/** Level over horizontal azimuth and frequency of one input of a set of driver filters, at the listener's distance. */
export interface PolarMap {
  readonly azimuthDeg: Float64Array;
  readonly frequencyHz: Float64Array;
  /** Azimuth a, frequency f at `a * frequencyHz.length + f`: dB relative to the level on axis. */
  readonly levelDb: Float32Array;
  /** The same in dB relative to a monopole at 1 m for drive 1. */
  readonly absoluteDb: Float32Array;
}

/** Least power that is shown: keeps silence finite. */
const SILENCE = 1e-30;

/**
 * Directivity of one input of a driver set, from its realised FIRs.
 * @param input 0 L, 1 R, 2 C
 */
export function polarMap(
  document: DesignDocument,
  set: FilterSet,
  input: 0 | 1 | 2,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
): PolarMap {
  const transfers = horizontalTransfers(document, [0, ...azimuthsDeg], frequenciesHz);
  const field = multiply(transfers, spectrumColumns(set, frequenciesHz));
  const count = frequenciesHz.length;
  const levelDb = new Float32Array(azimuthsDeg.length * count);
  const absoluteDb = new Float32Array(azimuthsDeg.length * count);
  for (let f = 0; f < count; f++) {
    const axisDb = elementDb(field, f, 0, input);
    for (let a = 0; a < azimuthsDeg.length; a++) {
      const db = elementDb(field, f, a + 1, input);
      absoluteDb[a * count + f] = db;
      levelDb[a * count + f] = db - axisDb;
    }
  }
  return { azimuthDeg: Float64Array.from(azimuthsDeg), frequencyHz: frequenciesHz, levelDb, absoluteDb };
}

function elementDb(
  { re, im, rows, columns }: ComplexMatrices,
  bin: number,
  row: number,
  column: number,
): number {
  const at = (bin * rows + row) * columns + column;
  return 10 * Math.log10(re[at]! ** 2 + im[at]! ** 2 + SILENCE);
}
