import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { beamDistanceM, horizontalTransfers } from './directivity.ts';
import { multiply } from './matrices.ts';
import { noMemo, type Memo } from './memo.ts';
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
 * Directivity of every input of a driver set, from its realised FIRs.
 * @param memo keeps the transfers while device, azimuths and frequencies stay
 * @returns one map for each input: L, R, C
 */
export function polarMaps(
  document: DesignDocument,
  set: FilterSet,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
  memo: Memo = noMemo,
): PolarMap[] {
  const { device, speedOfSoundMps } = document;
  const place = [device, speedOfSoundMps, beamDistanceM(document), azimuthsDeg, [...frequenciesHz]];
  const transfers = memo('horizontal', place, () =>
    horizontalTransfers(document, [0, ...azimuthsDeg], frequenciesHz),
  );
  const field = multiply(transfers, spectrumColumns(set, frequenciesHz));
  return Array.from({ length: set.inputs }, (_, input) =>
    mapOfInput(field, input, azimuthsDeg, frequenciesHz),
  );
}

/** @param field (frequencies, axis and azimuths, inputs) */
function mapOfInput(
  field: ComplexMatrices,
  input: number,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
): PolarMap {
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
