import type { ComplexMatrices } from '../acoustics/types.ts';
import { fftPlan } from './fft.ts';
import type { FilterSet } from './filter-set.ts';
import type { DesignGrid } from './grid.ts';

/** Part of a filter's length over which it is faded at each end. */
const FADE = 1 / 8;

/** Samples by which every filter of this length is late: half of it, room for what comes before the pulse and after. */
export function latencyOf(taps: number): number {
  return taps / 2;
}

/**
 * FIRs of designed spectra: the inverse transform with the modelling delay of half the length, both ends faded by a raised
 * cosine over an eighth of it.
 * @param columns (bins of the grid, outputs, 1) for each input, zero phase being the modelling delay
 */
export function realiseFilters(columns: readonly ComplexMatrices[], grid: DesignGrid): FilterSet {
  const { taps, sampleRateHz } = grid;
  const outputs = columns[0]!.rows;
  const window = fadedEnds(taps);
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
    for (let t = 0; t < taps; t++) {
      firs[i * taps + t] = re[t]! * window[t]!;
      if (spectra[i + 1]) firs[(i + 1) * taps + t] = im[t]! * window[t]!;
    }
  }
  return { inputs: columns.length, outputs, taps, sampleRateHz, latencySamples: latencyOf(taps), firs };
}

interface Spectrum {
  readonly column: ComplexMatrices;
  readonly row: number;
}

/** Adds X or j·X of a real filter to a full spectrum; the delay of half the length is a change of sign of odd bins. */
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

const windows = new Map<number, Float64Array>();

function fadedEnds(taps: number): Float64Array {
  let window = windows.get(taps);
  if (!window) {
    const fade = taps * FADE;
    window = new Float64Array(taps).fill(1);
    for (let t = 0; t < fade; t++) {
      window[t] = 0.5 - 0.5 * Math.cos((Math.PI * t) / fade);
      window[taps - 1 - t] = window[t]!;
    }
    windows.set(taps, window);
  }
  return window;
}
