import { WindowedSpectrum } from './windowed-spectrum.ts';

/** Window at 48 kHz and below, 171 ms. */
const BASE_WINDOW = 8192;
/** Transforms are longer than the window by this, so that a tone between two bins loses no more than 0.4 dB. */
const PADDING = 2;

/** Bins of the transform that a column takes the largest of, or the two that it lies between. */
interface Column {
  readonly first: number;
  readonly last: number;
  /** Where between the two, 0…1; null where the largest counts. */
  readonly between: number | null;
}

/**
 * Spectrum for the eye: power at given frequencies, evenly spaced in their logarithm. A tone reads its level, a full-scale
 * sine 1; noise reads its power in some 9 Hz. Hann window of 171 ms, so below some 50 Hz tones a semitone apart are one.
 */
export class LogSpectrum {
  /** As many samples as are looked at. */
  readonly windowSamples: number;
  readonly #spectrum: WindowedSpectrum;
  readonly #columns: readonly Column[];
  readonly #scale: number;

  /** @param frequenciesHz ascending, of the columns */
  constructor(module: WebAssembly.Module, frequenciesHz: ArrayLike<number>, sampleRateHz: number) {
    const options = { sampleRateHz, baseWindow: BASE_WINDOW, padding: PADDING };
    const spectrum = new WindowedSpectrum(module, options);
    this.#spectrum = spectrum;
    this.windowSamples = spectrum.windowSamples;
    // A sine's bin is half its amplitude times the window's sum, which is half its length.
    this.#scale = (4 / spectrum.windowSamples) ** 2;
    this.#columns = columnsAt(frequenciesHz, sampleRateHz / spectrum.size, spectrum.size / 2);
  }

  /**
   * @param samples (windowSamples,)
   * @param power (frequencies,) re full-scale sine, written
   */
  measure(samples: Float32Array, power: Float64Array): void {
    this.#spectrum.transform(samples, 0);
    for (let k = 0; k < this.#columns.length; k++) {
      const { first, last, between } = this.#columns[k];
      power[k] =
        between === null
          ? this.#largest(first, last)
          : (1 - between) * this.#binPower(first) + between * this.#binPower(last);
    }
  }

  #largest(first: number, last: number): number {
    let largest = 0;
    for (let bin = first; bin <= last; bin++) largest = Math.max(largest, this.#binPower(bin));
    return largest;
  }

  #binPower(bin: number): number {
    return this.#scale * (this.#spectrum.re[bin] ** 2 + this.#spectrum.im[bin] ** 2);
  }
}

/** Every bin belongs to the column that is nearest to it; a column without one lies between two. */
function columnsAt(frequenciesHz: ArrayLike<number>, binHz: number, lastBin: number): Column[] {
  return Array.from(frequenciesHz, (frequencyHz, k) => {
    const edge = (other: number | undefined) => Math.sqrt(frequencyHz * (other ?? frequencyHz)) / binHz;
    const first = Math.ceil(edge(frequenciesHz[k - 1]));
    const last = Math.min(lastBin, Math.floor(edge(frequenciesHz[k + 1])));
    if (last >= first) return { first, last, between: null };
    const at = Math.min(lastBin - 1, frequencyHz / binHz);
    return { first: Math.floor(at), last: Math.floor(at) + 1, between: at - Math.floor(at) };
  });
}
