import { earTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import { missingMeasurement, otherDevice } from './missing-measurement.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { largest } from './largest.ts';
import { createMatrices } from './matrices.ts';
import { MEASURED_BAND, windowedResponses } from './measured-window.ts';
import { spectrumColumns } from './spectrum.ts';

/** Impulse responses of every driver at both ears, measured where the listener sits. */
export interface EarResponses {
  readonly drivers: number;
  readonly sampleRateHz: number;
  readonly taps: number;
  /** (drivers, 2 ears: left, right, taps) */
  readonly responses: Float32Array;
}

/** By the hash of their file: what is found under one is the same wherever it is found. */
const kept = new Map<string, EarResponses>();

/** Makes responses known to this thread, for every document that refers to them. */
export function keepEarResponses(sha256: string, responses: EarResponses): void {
  kept.set(sha256, responses);
}

export function dropEarResponses(sha256: string): void {
  kept.delete(sha256);
}

export function hasEarResponses(sha256: string): boolean {
  return kept.has(sha256);
}

/**
 * The responses that a document refers to.
 * @throws DesignError 'missing-measurement' where they are not known, 'invalid-field' where they are of another device
 */
export function earResponsesOf({ plant, device }: DesignDocument): EarResponses | null {
  if (!plant) return null;
  const responses = kept.get(plant.sha256);
  if (!responses) throw missingMeasurement('plant', plant);
  if (responses.drivers !== device.drivers.length) {
    throw otherDevice('plant', plant, device.drivers.length, responses.drivers);
  }
  return responses;
}

/** Where the measurement has less power than the model, by this factor, it has nothing to say. */
const LEAST_SHARE = 1e-12;

/** Where time is aligned: voices' band, in steps that tell 20 ms. */
const ALIGNING_HZ = Float64Array.from({ length: 97 }, (_, i) => 200 + 50 * i);
/** How far what arrives first may be from where the model has it. */
const FARTHEST_OFF_SECONDS = 0.005;
/** A tenth of a period of the highest of those frequencies, then what is heard by no ear. */
const SHIFT_STEPS_SECONDS = [2e-5, 5e-7] as const;

/**
 * Measured transfers from every driver to the ears, in the place of the model's.
 *
 * Of the responses that part is used which filters of the document's length can answer: from the first arrival for half of that
 * length, both ends faded. All are shifted by one delay, for which they agree best with the model, and scaled by one gain for
 * each frequency, for which their mean power is that of the model: what loudspeakers, microphones and room do to all of them alike
 * is neither equalised nor heard in the figures; what differs between drivers and between ears stays as it was measured.
 * @returns (frequencies, 2 ears: left, right, drivers)
 * @throws AcousticsError as `earTransfers`
 */
export function plantTransfers(
  document: DesignDocument,
  measured: EarResponses,
  frequenciesHz: Float64Array,
): ComplexMatrices {
  const { device, listener, speedOfSoundMps } = document;
  const set = windowedOnce(measured, document.filterTaps / 2 / document.sampleRateHz);
  const model = (hz: Float64Array) => earTransfers(device, listener, hz, speedOfSoundMps);
  const expected = Math.hypot(...listener.positionM) / speedOfSoundMps;
  const late = agreement(model(ALIGNING_HZ), spectrumColumns(set, ALIGNING_HZ), expected);
  const highestHz = (MEASURED_BAND * measured.sampleRateHz) / 2;
  const inBand = frequenciesHz.filter((hz) => hz <= highestHz);
  return blended(model(frequenciesHz), spectrumColumns(set, inBand), frequenciesHz, late);
}

/** Filters of the responses that are still in use, so that their spectra are made once. */
const windows = new WeakMap<EarResponses, { readonly keptSeconds: number; readonly set: FilterSet }>();

function windowedOnce(measured: EarResponses, keptSeconds: number): FilterSet {
  const last = windows.get(measured);
  if (last?.keptSeconds === keptSeconds) return last.set;
  const { drivers, taps, sampleRateHz, responses } = measured;
  const set = windowedResponses({ inputs: drivers, outputs: 2, taps, sampleRateHz, responses }, keptSeconds);
  windows.set(measured, { keptSeconds, set });
  return set;
}

/**
 * The delay in seconds that makes the measurement agree best with the model: the largest real part of their cross-spectrum.
 * @param expected where it is looked for
 */
function agreement(model: ComplexMatrices, measured: ComplexMatrices, expected: number): number {
  const width = model.rows * model.columns;
  const re = new Float64Array(model.bins);
  const im = new Float64Array(model.bins);
  for (let at = 0; at < model.re.length; at++) {
    const bin = Math.floor(at / width);
    re[bin]! += measured.re[at]! * model.re[at]! + measured.im[at]! * model.im[at]!;
    im[bin]! += measured.im[at]! * model.re[at]! - measured.re[at]! * model.im[at]!;
  }
  const value = (late: number): number =>
    ALIGNING_HZ.reduce((sum, hz, bin) => {
      const turn = 2 * Math.PI * hz * late;
      return sum + re[bin]! * Math.cos(turn) + im[bin]! * Math.sin(turn);
    }, 0);
  const [coarse, fine] = SHIFT_STEPS_SECONDS;
  const nearby = largest(value, expected, FARTHEST_OFF_SECONDS, coarse);
  return largest(value, nearby, coarse, fine);
}

/** The measurement, later by so much and as loud as the model; the model where nothing was measured. */
function blended(
  model: ComplexMatrices,
  measured: ComplexMatrices,
  frequenciesHz: Float64Array,
  lateSeconds: number,
): ComplexMatrices {
  const { bins, rows, columns } = model;
  const width = rows * columns;
  const made = createMatrices(bins, rows, columns);
  made.re.set(model.re);
  made.im.set(model.im);
  for (let bin = 0; bin < measured.bins; bin++) {
    const powerOf = ({ re, im }: ComplexMatrices): number => {
      let sum = 0;
      for (let at = bin * width; at < (bin + 1) * width; at++) sum += re[at]! ** 2 + im[at]! ** 2;
      return sum;
    };
    const [wanted, found] = [powerOf(model), powerOf(measured)];
    if (found < LEAST_SHARE * wanted) continue;
    const gain = Math.sqrt(wanted / found);
    const turn = 2 * Math.PI * frequenciesHz[bin]! * lateSeconds;
    const [x, y] = [gain * Math.cos(turn), -gain * Math.sin(turn)];
    for (let at = bin * width; at < (bin + 1) * width; at++) {
      made.re[at] = measured.re[at]! * x - measured.im[at]! * y;
      made.im[at] = measured.re[at]! * y + measured.im[at]! * x;
    }
  }
  return made;
}
