import type { ComplexMatrices } from '../acoustics/types.ts';
import { fftPlan } from './fft.ts';
import type { FilterSet } from './filter-set.ts';
import { createMatrices } from './matrices.ts';

/** Spectra of all filters of a set on the bins of one FFT, the modelling delay taken off. */
interface SetSpectra {
  readonly length: number;
  /** Filter f at `f * (length / 2 + 1)`; filters in the order of the set. */
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Zero padding that makes interpolation between bins exact to about 1e−6 of the largest value. */
const PADDING = 2;

/**
 * Frequency response of a filter set, computed from its taps, with the modelling delay (`latencySamples`) taken off.
 * Two-fold zero-padded FFT, then an eight-point Lagrange interpolation between its bins: the pulses lie around the delay
 * that is taken off, so the spectrum is far smoother than the bins are apart.
 * @param frequenciesHz from 0 to half the sample rate
 * @returns (frequencies, outputs, inputs)
 */
export function spectrumColumns(set: FilterSet, frequenciesHz: Float64Array): ComplexMatrices {
  const { inputs, outputs, taps, sampleRateHz } = set;
  const length = PADDING * taps;
  const spectra = spectraOf(set);
  const stride = length / 2 + 1;
  const columns = createMatrices(frequenciesHz.length, outputs, inputs);
  const weights = new Float64Array(POINTS);
  for (let f = 0; f < frequenciesHz.length; f++) {
    const first = lagrange((frequenciesHz[f]! * length) / sampleRateHz, length / 2, weights);
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) {
        const from = (input * outputs + output) * stride + first;
        let re = 0;
        let im = 0;
        for (let p = 0; p < POINTS; p++) {
          re += weights[p]! * spectra.re[from + p]!;
          im += weights[p]! * spectra.im[from + p]!;
        }
        const to = (f * outputs + output) * inputs + input;
        columns.re[to] = re;
        columns.im[to] = im;
      }
    }
  }
  return columns;
}

/**
 * Frequency response on the set's own bins, those of an FFT as long as its filters.
 * @returns for each input (taps/2 + 1, outputs, 1)
 */
export function gridColumns(set: FilterSet): ComplexMatrices[] {
  const { inputs, outputs, taps } = set;
  const spectra = spectraOf(set);
  const bins = taps / 2 + 1;
  const stride = (PADDING * taps) / 2 + 1;
  return Array.from({ length: inputs }, (_, input) => {
    const column = createMatrices(bins, outputs, 1);
    for (let output = 0; output < outputs; output++) {
      const from = (input * outputs + output) * stride;
      for (let bin = 0; bin < bins; bin++) {
        column.re[bin * outputs + output] = spectra.re[from + PADDING * bin]!;
        column.im[bin * outputs + output] = spectra.im[from + PADDING * bin]!;
      }
    }
    return column;
  });
}

/** Puts a filter into zeros, its modelling delay at 0 and what comes before it at the end. */
function placePulse(
  firs: Float32Array,
  start: number,
  taps: number,
  latency: number,
  out: Float64Array,
): void {
  out.fill(0, taps - latency, out.length - latency);
  for (let t = 0; t < latency; t++) out[out.length - latency + t] = firs[start + t]!;
  for (let t = latency; t < taps; t++) out[t - latency] = firs[start + t]!;
}

/** Spectra of the sets that are still in use: what is heard, measured and shown of one set is read from one transform. */
const kept = new WeakMap<FilterSet, SetSpectra>();

/** Spectra of the padded filters. A set is not written to once it is made. */
function spectraOf(set: FilterSet): SetSpectra {
  const spectra = kept.get(set) ?? transformSet(set, PADDING * set.taps);
  kept.set(set, spectra);
  return spectra;
}

/** Two filters ride in one complex transform and are told apart by its symmetry. */
function transformSet(set: FilterSet, length: number): SetSpectra {
  const { inputs, outputs, taps, latencySamples, firs } = set;
  const filters = inputs * outputs;
  const bins = length / 2 + 1;
  const spectra = { length, re: new Float64Array(filters * bins), im: new Float64Array(filters * bins) };
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  for (let filter = 0; filter < filters; filter += 2) {
    const paired = filter + 1 < filters;
    placePulse(firs, filter * taps, taps, latencySamples, x);
    if (paired) placePulse(firs, (filter + 1) * taps, taps, latencySamples, y);
    else y.fill(0);
    fftPlan(length).forward(x, y);
    for (let bin = 0; bin < bins; bin++) {
      const mirror = (length - bin) % length;
      const to = filter * bins + bin;
      spectra.re[to] = 0.5 * (x[bin]! + x[mirror]!);
      spectra.im[to] = 0.5 * (y[bin]! - y[mirror]!);
      if (!paired) continue;
      spectra.re[to + bins] = 0.5 * (y[bin]! + y[mirror]!);
      spectra.im[to + bins] = 0.5 * (x[mirror]! - x[bin]!);
    }
  }
  return spectra;
}

const POINTS = 8;

/** Weights of the eight bins around a place between bins; returns the first bin's index. */
function lagrange(place: number, lastBin: number, weights: Float64Array): number {
  const first = Math.max(0, Math.min(lastBin - POINTS + 1, Math.floor(place) - POINTS / 2 + 1));
  const x = place - first;
  for (let i = 0; i < POINTS; i++) {
    let weight = 1;
    for (let j = 0; j < POINTS; j++) if (j !== i) weight *= (x - j) / (i - j);
    weights[i] = weight;
  }
  return first;
}
