import type { HeadRatios } from '../acoustics/head.ts';
import { pointSourceToEars } from '../acoustics/transfers.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { referencePressure } from './level.ts';
import { listenerEars } from './listener-ears.ts';
import { multiply } from './matrices.ts';
import { spectrumColumns } from './spectrum.ts';
import { virtualSpeakerPosition } from './virtual-pair.ts';

/** The left channel at the two ears. */
export interface BinauralCurves {
  /** Level at the left ear over that at the right one, dB. */
  readonly ildDb: Float64Array;
  /** Phase delay of the right ear behind the left one, µs; NaN above `ITD_HIGHEST_HZ`. */
  readonly itdUs: Float64Array;
}

/** Above it ears do not follow the phase of a tone. */
export const ITD_HIGHEST_HZ = 1500;
const SILENCE = 1e-30;

/** @param ears (frequencies, 2 ears, columns) */
export function binauralCurves(
  ears: ComplexMatrices,
  column: number,
  frequenciesHz: Float64Array,
): BinauralCurves {
  const ildDb = new Float64Array(ears.bins);
  const itdUs = new Float64Array(ears.bins).fill(NaN);
  let turned = 0;
  frequenciesHz.forEach((frequencyHz, bin) => {
    const left = 2 * bin * ears.columns + column;
    const right = left + ears.columns;
    const [a, b] = [left, right].map((at) => ears.re[at]! ** 2 + ears.im[at]! ** 2);
    ildDb[bin] = 10 * Math.log10((a! + SILENCE) / (b! + SILENCE));
    const re = ears.re[left]! * ears.re[right]! + ears.im[left]! * ears.im[right]!;
    const im = ears.im[left]! * ears.re[right]! - ears.re[left]! * ears.im[right]!;
    const angle = Math.atan2(im, re);
    turned = angle + 2 * Math.PI * Math.round((turned - angle) / (2 * Math.PI));
    if (frequencyHz <= ITD_HIGHEST_HZ) itdUs[bin] = (1e6 * turned) / (2 * Math.PI * frequencyHz);
  });
  return { ildDb, itdUs };
}

/** A set of driver filters at the listener's ears: (frequencies, 2 ears, inputs). */
export function earsOf(
  document: DesignDocument,
  set: FilterSet,
  frequenciesHz: Float64Array,
  head?: HeadRatios,
): ComplexMatrices {
  return multiply(listenerEars(document, frequenciesHz, head), spectrumColumns(set, frequenciesHz));
}

/** A real loudspeaker at the azimuth to the left, as far away as the device: (frequencies, 2 ears, 1). */
export function referenceEars(
  { listener, speedOfSoundMps }: DesignDocument,
  azimuthDeg: number,
  frequenciesHz: Float64Array,
  head?: HeadRatios,
): ComplexMatrices {
  const position = virtualSpeakerPosition(listener, azimuthDeg);
  return pointSourceToEars(position, listener, frequenciesHz, speedOfSoundMps, undefined, head);
}

/** Level at the own ear of each side relative to the level designed for, half the reference pressure, dB. */
export function nearEarLevels(document: DesignDocument, ears: ComplexMatrices): [Float64Array, Float64Array] {
  const pressure = referencePressure(document) / 2;
  const side = (ear: number): Float64Array =>
    Float64Array.from({ length: ears.bins }, (_, bin) => {
      const at = (2 * bin + ear) * ears.columns + ear;
      return 10 * Math.log10((ears.re[at]! ** 2 + ears.im[at]! ** 2) / pressure ** 2 + SILENCE);
    });
  return [side(0), side(1)];
}

/** Power of both sides at their own ears over that at the other ones, dB. */
export function earSeparation({ bins, columns, re, im }: ComplexMatrices): Float64Array {
  return Float64Array.from({ length: bins }, (_, bin) => {
    const power = (ear: number, side: number): number => {
      const at = (2 * bin + ear) * columns + side;
      return re[at]! ** 2 + im[at]! ** 2 + SILENCE;
    };
    return 10 * Math.log10((power(0, 0) + power(1, 1)) / (power(1, 0) + power(0, 1)));
  });
}
