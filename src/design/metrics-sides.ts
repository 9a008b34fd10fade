import { pointSourceToEars } from '../acoustics/transfers.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { computeEars, type EarGeometry } from './geometry.ts';
import { referencePressure } from './level.ts';
import { createMatrices, multiply, takeRow } from './matrices.ts';
import type { Memo } from './memo.ts';
import { solveNatural } from './target-ratio.ts';
import { virtualSpeakerPosition } from './virtual-pair.ts';

/** How well the side filters do; left and right in the mean of their powers. */
export interface SideMetrics {
  /** Near over far ear power of the cancellation that is in the filters, mean over the design's head positions, dB. */
  readonly separationDb: readonly number[];
  /** The same of the least-effort filters. */
  readonly naturalSeparationDb: readonly number[];
  /** What was asked for; `null` without cancellation. */
  readonly targetGainDb: readonly number[] | null;
  /** How much harder the drivers work for the cancellation than the least for the same near-ear pressure, dB. */
  readonly effortDb: readonly number[];
  /** Level at the near ear relative to the level designed for, dB. */
  readonly nearEarDb: readonly number[];
  /** Left channel at the ears against a real loudspeaker at the virtual one's place; `null` without a virtual pair. */
  readonly ildErrorDb: readonly number[] | null;
  readonly itdErrorUs: readonly number[] | null;
  /** Means on a log frequency scale. */
  readonly summary: {
    /** Mean separation from 300 Hz to 8 kHz. */
    readonly separationDb: number;
    readonly maxEffortDb: number;
    /** Root mean square from 500 Hz to 6 kHz, where separation is at least 20 dB; `null` where it nowhere is. */
    readonly ildErrorRmsDb: number | null;
    /** The same from 300 to 1200 Hz. */
    readonly itdErrorRmsUs: number | null;
  };
}

const SEPARATION_BAND_HZ = [300, 8000] as const;
const ILD_BAND_HZ = [500, 6000] as const;
const ITD_BAND_HZ = [300, 1200] as const;
/** Below this separation the far ear hears the drivers more than the virtual pair. */
const SEPARATED_DB = 20;

/**
 * @param filters (frequencies, drivers, 3) spectra of the realised driver filters
 * @param cancellation (frequencies, drivers, 2) those of the cancellation in them, W_L and W_R
 */
export function computeSideMetrics(
  document: DesignDocument,
  filters: ComplexMatrices,
  cancellation: ComplexMatrices,
  frequenciesHz: Float64Array,
  memo: Memo,
): SideMetrics {
  const geometry = computeEars(document, frequenciesHz, (name, key, make) =>
    memo(`metric ${name}`, key, make),
  );
  const target = document.sides.cancellation;
  const ears = multiply(geometry.ears, takeColumns(filters, [0, 1]));
  const positions = geometry.offsetEars.length > 0 ? geometry.offsetEars : [geometry.ears];
  const separationDb = separation(geometry.ears, positions, cancellation);
  const errors = virtualPairErrors(document, ears, frequenciesHz, memo);
  const effortDb = sideEffort(geometry.ears, cancellation);
  const separated = (band: readonly [number, number]) => (i: number) =>
    inBand(frequenciesHz[i]!, band) && separationDb[i]! >= SEPARATED_DB - 0.01;
  return {
    separationDb,
    naturalSeparationDb: memo(
      'natural separation',
      [document.device, document.listener, target?.headOffsetsM],
      () => separation(geometry.ears, positions, naturalSides(geometry)),
    ),
    targetGainDb: target && [...evaluateGainCurve(target.targetGainDb, frequenciesHz)],
    effortDb,
    nearEarDb: nearEar(ears, referencePressure(document) / 2),
    ildErrorDb: errors && errors.ildDb,
    itdErrorUs: errors && errors.itdUs,
    summary: {
      separationDb: mean(separationDb.filter((_, i) => inBand(frequenciesHz[i]!, SEPARATION_BAND_HZ))),
      maxEffortDb: Math.max(...effortDb),
      ildErrorRmsDb: errors && rootMeanSquare(errors.ildDb.filter((_, i) => separated(ILD_BAND_HZ)(i))),
      itdErrorRmsUs: errors && rootMeanSquare(errors.itdUs.filter((_, i) => separated(ITD_BAND_HZ)(i))),
    },
  };
}

/** Least-effort filters of both sides, (frequencies, drivers, 2). */
function naturalSides({ ears }: EarGeometry): ComplexMatrices {
  const { bins, columns: n } = ears;
  const both = createMatrices(bins, n, 2);
  [0, 1].forEach((side) => {
    const natural = solveNatural(takeRow(ears, side));
    for (let i = 0; i < bins * n; i++) {
      both.re[2 * i + side] = natural.re[i]!;
      both.im[2 * i + side] = natural.im[i]!;
    }
  });
  return both;
}

/** Near-ear power at the listener's place over far-ear power in the mean of positions, dB. */
function separation(
  centre: ComplexMatrices,
  positions: readonly ComplexMatrices[],
  filters: ComplexMatrices,
): number[] {
  const near = multiply(centre, filters);
  const far = positions.map((ears) => multiply(ears, filters));
  return Array.from({ length: near.bins }, (_, bin) => {
    const bright = power(near, bin, 0, 0) + power(near, bin, 1, 1);
    const dark = far.reduce((sum, heard) => sum + power(heard, bin, 1, 0) + power(heard, bin, 0, 1), 0);
    return 10 * Math.log10(bright / Math.max(dark / far.length, bright * 1e-12));
  });
}

/** ‖a‖²‖w‖²/|a·w|² in the mean of both sides, dB. */
function sideEffort(ears: ComplexMatrices, filters: ComplexMatrices): number[] {
  const heard = multiply(ears, filters);
  const n = ears.columns;
  return Array.from({ length: ears.bins }, (_, bin) => {
    const sides = [0, 1].map((side) => {
      let row = 0;
      let column = 0;
      for (let i = 0; i < n; i++) {
        row += power(ears, bin, side, i);
        column += power(filters, bin, i, side);
      }
      return (row * column) / power(heard, bin, side, side);
    });
    return 10 * Math.log10((sides[0]! + sides[1]!) / 2);
  });
}

function nearEar(ears: ComplexMatrices, pressure: number): number[] {
  return Array.from(
    { length: ears.bins },
    (_, bin) => 10 * Math.log10((power(ears, bin, 0, 0) + power(ears, bin, 1, 1)) / (2 * pressure ** 2)),
  );
}

/** Level and time difference of the left channel between the ears, less those of a real source. */
function virtualPairErrors(
  document: DesignDocument,
  ears: ComplexMatrices,
  frequenciesHz: Float64Array,
  memo: Memo,
): { ildDb: number[]; itdUs: number[] } | null {
  const { listener, speedOfSoundMps, sides } = document;
  const azimuthDeg = sides.virtualSpeakerAzimuthDeg;
  if (azimuthDeg === null || !sides.cancellation) return null;
  const source = memo('source', [listener, azimuthDeg, speedOfSoundMps], () =>
    pointSourceToEars(virtualSpeakerPosition(listener, azimuthDeg), listener, frequenciesHz, speedOfSoundMps),
  );
  const ildDb: number[] = [];
  const itdUs: number[] = [];
  frequenciesHz.forEach((frequencyHz, bin) => {
    const real = ratio(source, 2 * bin, 2 * bin + 1);
    const made = ratio(ears, 4 * bin, 4 * bin + 2);
    ildDb.push(20 * Math.log10(Math.hypot(made.re, made.im) / Math.hypot(real.re, real.im)));
    const re = made.re * real.re + made.im * real.im;
    const im = made.im * real.re - made.re * real.im;
    itdUs.push((Math.atan2(im, re) / (2 * Math.PI * frequencyHz)) * 1e6);
  });
  return { ildDb, itdUs };
}

/** Element a over element b. */
function ratio({ re, im }: ComplexMatrices, a: number, b: number): { re: number; im: number } {
  const scale = 1 / (re[b]! ** 2 + im[b]! ** 2);
  return {
    re: (re[a]! * re[b]! + im[a]! * im[b]!) * scale,
    im: (im[a]! * re[b]! - re[a]! * im[b]!) * scale,
  };
}

function takeColumns(matrices: ComplexMatrices, columns: readonly number[]): ComplexMatrices {
  const { bins, rows } = matrices;
  const taken = createMatrices(bins, rows, columns.length);
  for (let row = 0; row < bins * rows; row++) {
    columns.forEach((column, i) => {
      taken.re[row * columns.length + i] = matrices.re[row * matrices.columns + column]!;
      taken.im[row * columns.length + i] = matrices.im[row * matrices.columns + column]!;
    });
  }
  return taken;
}

function power({ re, im, rows, columns }: ComplexMatrices, bin: number, row: number, column: number): number {
  const at = (bin * rows + row) * columns + column;
  return re[at]! ** 2 + im[at]! ** 2;
}

function inBand(frequencyHz: number, [low, high]: readonly [number, number]): boolean {
  return frequencyHz >= low && frequencyHz <= high;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function rootMeanSquare(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.sqrt(mean(values.map((x) => x * x)));
}
