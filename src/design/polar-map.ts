import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { beamDistanceM, horizontalTransfers } from './directivity.ts';
import { matrixPower, multiply } from './matrices.ts';
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

/** What the listener's circle hears of every input of a driver set. */
export interface PolarField {
  readonly azimuthsDeg: readonly number[];
  readonly frequenciesHz: Float64Array;
  /** (frequencies, axis and then azimuths, inputs) */
  readonly pressures: ComplexMatrices;
}

/**
 * Directivity of every input of a driver set, from its realised FIRs.
 * @param memo keeps the transfers while device, azimuths and frequencies stay
 */
export function polarField(
  document: DesignDocument,
  set: FilterSet,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
  memo: Memo = noMemo,
): PolarField {
  const { device, speedOfSoundMps } = document;
  const place = [device, speedOfSoundMps, beamDistanceM(document), azimuthsDeg, [...frequenciesHz]];
  const transfers = memo('horizontal', place, () =>
    horizontalTransfers(document, [0, ...azimuthsDeg], frequenciesHz),
  );
  const pressures = multiply(transfers, spectrumColumns(set, frequenciesHz));
  return { azimuthsDeg, frequenciesHz, pressures };
}

/** The map of what radiates with the given weights. */
export function weightedMap(
  document: DesignDocument,
  weights: ComplexMatrices,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
): PolarMap {
  const transfers = horizontalTransfers(document, [0, ...azimuthsDeg], frequenciesHz);
  return polarMap({ azimuthsDeg, frequenciesHz, pressures: multiply(transfers, weights) }, 0);
}

/**
 * Mean power of an input over frequencies first … end − 1, for each azimuth; that of a monopole at 1 m for drive 1 is 1.
 */
export function meanPowers(
  { azimuthsDeg, pressures: { re, im, rows, columns } }: PolarField,
  input: number,
  first: number,
  end: number,
): Float64Array {
  const powers = new Float64Array(azimuthsDeg.length);
  for (let f = first; f < end; f++) {
    for (let a = 0, at = (f * rows + 1) * columns + input; a < powers.length; a++, at += columns) {
      powers[a]! += (re[at]! * re[at]! + im[at]! * im[at]! + SILENCE) / (end - first);
    }
  }
  return powers;
}

/** The map of one input: L, R, C. */
export function polarMap(
  { azimuthsDeg, frequenciesHz, pressures: field }: PolarField,
  input: number,
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

function elementDb(matrices: ComplexMatrices, bin: number, row: number, column: number): number {
  return 10 * Math.log10(matrixPower(matrices, bin, row, column) + SILENCE);
}
