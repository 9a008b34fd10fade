import { instantiate } from './wasm-instance.ts';

interface SpectrumExports {
  spectrumConfigure(size: number): number;
  spectrumForward(): void;
}

/** Up to here a window has as many samples as are asked for; beyond, it doubles with the rate, so that its duration stays. */
const BASE_RATE_LIMIT_HZ = 50_000;

export interface WindowedSpectrumOptions {
  readonly sampleRateHz: number;
  /** Samples of a window at 48 kHz and below, a power of two. */
  readonly baseWindow: number;
  /** Transforms are longer than the window by this factor, a power of two; 1 unless given. */
  readonly padding?: number;
}

/** Discrete Fourier transform of samples through a Hann window, in Float32. `transform` neither allocates nor throws. */
export class WindowedSpectrum {
  readonly windowSamples: number;
  /** Samples of the transform: its bins are the rate over this apart. */
  readonly size: number;
  /** Of the bins 0 … size / 2, until the next transform. */
  readonly re: Float32Array;
  readonly im: Float32Array;
  readonly #exports: SpectrumExports;
  readonly #samples: Float32Array;
  readonly #window: Float32Array;

  constructor(
    module: WebAssembly.Module,
    { sampleRateHz, baseWindow, padding = 1 }: WindowedSpectrumOptions,
  ) {
    const length = baseWindow * 2 ** Math.max(0, Math.ceil(Math.log2(sampleRateHz / BASE_RATE_LIMIT_HZ)));
    const size = padding * length;
    const { exports, memory } = instantiate<SpectrumExports>(module);
    const address = exports.spectrumConfigure(size);
    const plane = (index: number) => new Float32Array(memory.buffer, address + 4 * size * index, size);
    this.windowSamples = length;
    this.size = size;
    this.#exports = exports;
    this.#samples = plane(0);
    this.re = plane(1);
    this.im = plane(2);
    this.#window = Float32Array.from(
      { length },
      (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / length),
    );
  }

  /**
   * @param samples a ring of `windowSamples` at least
   * @param first where in it the window begins
   */
  transform(samples: Float32Array, first: number): void {
    const length = this.windowSamples;
    const untilWrap = Math.min(length, samples.length - first);
    for (let n = 0; n < untilWrap; n++) this.#samples[n] = this.#window[n] * samples[first + n];
    for (let n = untilWrap; n < length; n++) this.#samples[n] = this.#window[n] * samples[n - untilWrap];
    this.#samples.fill(0, length);
    this.#exports.spectrumForward();
  }
}
