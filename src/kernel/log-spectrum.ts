import { instantiate } from './wasm-instance.ts';

interface SpectrumExports {
  spectrumConfigure(size: number): number;
  spectrumForward(): void;
}

/** Window at 48 kHz and below, 171 ms; it doubles with the rate so that its duration stays. */
const BASE_WINDOW = 8192;
const BASE_RATE_LIMIT_HZ = 50_000;
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
  readonly #exports: SpectrumExports;
  readonly #samples: Float32Array;
  readonly #re: Float32Array;
  readonly #im: Float32Array;
  readonly #window: Float32Array;
  readonly #columns: readonly Column[];
  readonly #scale: number;

  /** @param frequenciesHz ascending, of the columns */
  constructor(module: WebAssembly.Module, frequenciesHz: ArrayLike<number>, sampleRateHz: number) {
    const length = BASE_WINDOW * 2 ** Math.max(0, Math.ceil(Math.log2(sampleRateHz / BASE_RATE_LIMIT_HZ)));
    const size = PADDING * length;
    const { exports, memory } = instantiate<SpectrumExports>(module);
    const address = exports.spectrumConfigure(size);
    const plane = (index: number) => new Float32Array(memory.buffer, address + 4 * size * index, size);
    this.windowSamples = length;
    this.#exports = exports;
    this.#samples = plane(0);
    this.#re = plane(1);
    this.#im = plane(2);
    this.#window = Float32Array.from(
      { length },
      (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / length),
    );
    // A sine's bin is half its amplitude times the window's sum, which is half its length.
    this.#scale = (4 / length) ** 2;
    this.#columns = columnsAt(frequenciesHz, sampleRateHz / size, size / 2);
  }

  /**
   * @param samples (windowSamples,)
   * @param power (frequencies,) re full-scale sine, written
   */
  measure(samples: Float32Array, power: Float64Array): void {
    for (let n = 0; n < this.windowSamples; n++) this.#samples[n] = this.#window[n] * samples[n];
    this.#samples.fill(0, this.windowSamples);
    this.#exports.spectrumForward();
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
    return this.#scale * (this.#re[bin] ** 2 + this.#im[bin] ** 2);
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
