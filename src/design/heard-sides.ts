import type { ComplexMatrices, Listener } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { EarGeometry } from './geometry.ts';
import { referencePressure } from './level.ts';
import { createMatrices, matrixPower, multiply } from './matrices.ts';

/** What of the side filters is heard at the ears of one head, over frequency; left and right in the mean of their powers. */
export interface HeardSides {
  /** Near over far ear power of the cancellation that is in the filters, mean over the design's head positions, dB. */
  readonly separationDb: readonly number[];
  /** Level at the near ear relative to the level designed for, dB. */
  readonly nearEarDb: readonly number[];
  /** Left channel at the ears against a real loudspeaker at the virtual one's place; `null` without a virtual pair. */
  readonly ildErrorDb: readonly number[] | null;
  readonly itdErrorUs: readonly number[] | null;
}

/** Means on a log frequency scale. */
export interface HeardSummary {
  /** Mean separation from 300 Hz to 8 kHz. */
  readonly separationDb: number;
  /** Root mean square from 500 Hz to 6 kHz, where the design separates by at least 20 dB; `null` where it nowhere does. */
  readonly ildErrorRmsDb: number | null;
  /** The same from 300 to 1200 Hz. */
  readonly itdErrorRmsUs: number | null;
}

const SEPARATION_BAND_HZ = [300, 8000] as const;
const ILD_BAND_HZ = [500, 6000] as const;
const ITD_BAND_HZ = [300, 1200] as const;
/** Below this separation the far ear hears the drivers more than the virtual pair. */
const SEPARATED_DB = 20;

/** What is played: spectra of the realised filters, and the real loudspeaker that the virtual one is held against. */
export interface SidesPlayed {
  /** (frequencies, drivers, 3) */
  readonly filters: ComplexMatrices;
  /** (frequencies, drivers, 2) the cancellation in them, W_L and W_R */
  readonly cancellation: ComplexMatrices;
  /** (frequencies, 2 ears, 1); `null` without a virtual pair. */
  readonly source: ComplexMatrices | null;
}

/** The loudspeaker that the virtual one stands for, at the ears; `null` where there is none to be compared with. */
export function comparedSource(
  { listener, speedOfSoundMps, sides }: DesignDocument,
  atEars: (listener: Listener, azimuthDeg: number, speedOfSoundMps: number) => ComplexMatrices,
): ComplexMatrices | null {
  const { virtualSpeakerAzimuthDeg, cancellation } = sides;
  if (virtualSpeakerAzimuthDeg === null || !cancellation) return null;
  return atEars(listener, virtualSpeakerAzimuthDeg, speedOfSoundMps);
}

/** @param geometry of the head that hears */
export function hearSides(
  document: DesignDocument,
  geometry: EarGeometry,
  { filters, cancellation, source }: SidesPlayed,
): HeardSides {
  const ears = multiply(geometry.ears, takeColumns(filters, [0, 1]));
  const errors = source && virtualPairErrors(ears, source, geometry.frequenciesHz);
  return {
    separationDb: separation(geometry, cancellation),
    nearEarDb: nearEar(ears, referencePressure(document) / 2),
    ildErrorDb: errors && errors.ildDb,
    itdErrorUs: errors && errors.itdUs,
  };
}

/** @param designedDb separation on the model that the design was made on: it tells where the virtual pair can be heard */
export function summariseHeard(
  { separationDb, ildErrorDb, itdErrorUs }: HeardSides,
  designedDb: readonly number[],
  frequenciesHz: Float64Array,
): HeardSummary {
  const separated = (band: readonly [number, number]) => (_: number, i: number) =>
    inBand(frequenciesHz[i]!, band) && designedDb[i]! >= SEPARATED_DB - 0.01;
  return {
    separationDb: mean(separationDb.filter((_, i) => inBand(frequenciesHz[i]!, SEPARATION_BAND_HZ))),
    ildErrorRmsDb: ildErrorDb && rootMeanSquare(ildErrorDb.filter(separated(ILD_BAND_HZ))),
    itdErrorRmsUs: itdErrorUs && rootMeanSquare(itdErrorUs.filter(separated(ITD_BAND_HZ))),
  };
}

/** Near-ear power at the listener's place over far-ear power in the mean of positions, dB. */
export function separation({ ears, offsetEars }: EarGeometry, filters: ComplexMatrices): number[] {
  const positions = offsetEars.length > 0 ? offsetEars : [ears];
  const near = multiply(ears, filters);
  const far = positions.map((ears) => multiply(ears, filters));
  return Array.from({ length: near.bins }, (_, bin) => {
    const bright = matrixPower(near, bin, 0, 0) + matrixPower(near, bin, 1, 1);
    const dark = far.reduce(
      (sum, heard) => sum + matrixPower(heard, bin, 1, 0) + matrixPower(heard, bin, 0, 1),
      0,
    );
    return 10 * Math.log10(bright / Math.max(dark / far.length, bright * 1e-12));
  });
}

function nearEar(ears: ComplexMatrices, pressure: number): number[] {
  return Array.from(
    { length: ears.bins },
    (_, bin) =>
      10 * Math.log10((matrixPower(ears, bin, 0, 0) + matrixPower(ears, bin, 1, 1)) / (2 * pressure ** 2)),
  );
}

/** Level and time difference of the left channel between the ears, less those of a real source. */
function virtualPairErrors(
  ears: ComplexMatrices,
  source: ComplexMatrices,
  frequenciesHz: Float64Array,
): { ildDb: number[]; itdUs: number[] } {
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

function inBand(frequencyHz: number, [low, high]: readonly [number, number]): boolean {
  return frequencyHz >= low && frequencyHz <= high;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function rootMeanSquare(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.sqrt(mean(values.map((x) => x * x)));
}
