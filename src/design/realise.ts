import type { ComplexMatrices } from '../acoustics/types.ts';
import { fftPlan } from './fft.ts';
import type { FilterSet } from './filter-set.ts';
import type { DesignGrid } from './grid.ts';

/** Part over which what is kept before and after the pulse is faded: of the filter's length; of a delay cut short. */
const FADE = 1 / 8;

/**
 * FIRs of designed spectra: the inverse transform, its pulse at the grid's modelling delay and both ends faded by a raised
 * cosine. With a delay of half the length all of it is kept. A shorter one cuts off what comes too early: the side filters
 * of a pair and the sum of an array's drivers hardly notice, because what precedes the pulse cancels between drivers, but
 * single drivers depart from the design by some decibels where they are weak, below 500 Hz.
 * @param columns (bins of the grid, outputs, 1) for each input, zero phase being the modelling delay
 */
export function realiseFilters(columns: readonly ComplexMatrices[], grid: DesignGrid): FilterSet {
  const { taps, sampleRateHz, latencySamples } = grid;
  const outputs = columns[0]!.rows;
  const window = fadedEnds(taps, latencySamples);
  const first = taps / 2 - latencySamples;
  const firs = new Float32Array(columns.length * outputs * taps);
  const re = new Float64Array(taps);
  const im = new Float64Array(taps);
  const spectra = columns.flatMap((column) => Array.from({ length: outputs }, (_, row) => ({ column, row })));
  // Two real filters ride in one complex transform: one in its real part, the other in its imaginary part.
  for (let i = 0; i < spectra.length; i += 2) {
    re.fill(0);
    im.fill(0);
    addSpectrum(spectra[i]!, re, im, false);
    if (spectra[i + 1]) addSpectrum(spectra[i + 1]!, re, im, true);
    fftPlan(taps).inverse(re, im);
    for (let t = 0; t < window.length; t++) {
      firs[i * taps + t] = re[first + t]! * window[t]!;
      if (spectra[i + 1]) firs[(i + 1) * taps + t] = im[first + t]! * window[t]!;
    }
  }
  return { inputs: columns.length, outputs, taps, sampleRateHz, latencySamples, firs };
}

interface Spectrum {
  readonly column: ComplexMatrices;
  readonly row: number;
}

/** Adds X or j·X of a real filter to a full spectrum, late by half its length: a change of sign of odd bins. */
function addSpectrum(
  { column, row }: Spectrum,
  re: Float64Array,
  im: Float64Array,
  imaginary: boolean,
): void {
  const taps = re.length;
  const half = taps / 2;
  for (let bin = 0; bin <= half; bin++) {
    const sign = (bin % 2 === 0 ? 1 : -1) / taps;
    const x = column.re[bin * column.rows + row]! * sign;
    const y = bin === 0 || bin === half ? 0 : column.im[bin * column.rows + row]! * sign;
    const mirror = bin === 0 || bin === half ? -1 : taps - bin;
    re[bin]! += imaginary ? -y : x;
    im[bin]! += imaginary ? x : y;
    if (mirror < 0) continue;
    re[mirror]! += imaginary ? y : x;
    im[mirror]! += imaginary ? x : -y;
  }
}

const windows = new Map<string, Float64Array>();

/** (latencySamples + taps/2), one apart from the faded ends. */
function fadedEnds(taps: number, latencySamples: number): Float64Array {
  const key = `${taps} ${latencySamples}`;
  let window = windows.get(key);
  if (!window) {
    const fadeOut = taps * FADE;
    // A longer fade of a short delay costs more of the design than it saves at the end.
    const fadeIn = latencySamples < taps / 2 ? latencySamples * FADE : fadeOut;
    window = new Float64Array(latencySamples + taps / 2).fill(1);
    for (let t = 0; t < fadeIn; t++) window[t] = 0.5 - 0.5 * Math.cos((Math.PI * t) / fadeIn);
    for (let t = 0; t < fadeOut; t++) {
      window[window.length - 1 - t] = 0.5 - 0.5 * Math.cos((Math.PI * t) / fadeOut);
    }
    windows.set(key, window);
  }
  return window;
}
