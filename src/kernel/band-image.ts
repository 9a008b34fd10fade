import { instantiate } from './wasm-instance.ts';

interface SpectrumExports {
  spectrumConfigure(size: number): number;
  spectrumForward(): void;
}

/** Window at 48 kHz and below, 43 ms; it doubles with the rate so that its duration stays. */
const BASE_WINDOW = 2048;
const BASE_RATE_LIMIT_HZ = 50_000;
const CHANNELS = 3;
/** Mean squares of the channels, then the pairs. */
const TERMS = 6;
const PAIRS = [
  [0, 0],
  [1, 1],
  [2, 2],
  [0, 2],
  [1, 2],
  [0, 1],
] as const;
/** Of the running mean: long enough to tell what two channels share from chance, short enough for a drum. */
const AVERAGING_SECONDS = 0.08;

export interface BandImageOptions {
  readonly sampleRateHz: number;
  /** Ascending; one more than there are bands. */
  readonly edgesHz: readonly number[];
  /** Time between two calls of `measure`. */
  readonly intervalSeconds: number;
}

/**
 * Three channels by bands, for a picture of where sound comes from: the power of each and the real part of the cross power
 * of each pair, as mean squares (a full-scale sine 0.5). Hann window of 43 ms, running mean of 80 ms: in the lowest bands
 * a tone also shows in the next, and unrelated channels seem to share some of their power. Neither `add` nor `measure`
 * allocates or throws.
 */
export class BandImage {
  /** (bands, 6): left, right, centre; left with centre, right with centre, left with right. */
  readonly terms: Float64Array;
  /** Samples of a window. */
  readonly windowSamples: number;
  readonly #exports: SpectrumExports;
  readonly #samples: Float32Array;
  readonly #re: Float32Array;
  readonly #im: Float32Array;
  readonly #window: Float32Array;
  readonly #recent: readonly Float32Array[];
  readonly #spectraRe: readonly Float64Array[];
  readonly #spectraIm: readonly Float64Array[];
  /** First bin of each band, and the end of the last. */
  readonly #bins: Int32Array;
  readonly #scale: number;
  readonly #share: number;
  /** Of the next sample, and so of the oldest one. */
  #at = 0;

  constructor(module: WebAssembly.Module, { sampleRateHz, edgesHz, intervalSeconds }: BandImageOptions) {
    const length = BASE_WINDOW * 2 ** Math.max(0, Math.ceil(Math.log2(sampleRateHz / BASE_RATE_LIMIT_HZ)));
    const { exports, memory } = instantiate<SpectrumExports>(module);
    const address = exports.spectrumConfigure(length);
    const plane = (index: number) => new Float32Array(memory.buffer, address + 4 * length * index, length);
    const lastBin = length / 2;
    this.windowSamples = length;
    this.#exports = exports;
    this.#samples = plane(0);
    this.#re = plane(1);
    this.#im = plane(2);
    this.#window = Float32Array.from(
      { length },
      (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / length),
    );
    this.#bins = Int32Array.from(edgesHz, (edgeHz) =>
      Math.min(lastBin, Math.ceil((edgeHz * length) / sampleRateHz)),
    );
    const end = this.#bins[edgesHz.length - 1];
    this.#recent = Array.from({ length: CHANNELS }, () => new Float32Array(length));
    this.#spectraRe = Array.from({ length: CHANNELS }, () => new Float64Array(end));
    this.#spectraIm = Array.from({ length: CHANNELS }, () => new Float64Array(end));
    this.terms = new Float64Array(TERMS * (edgesHz.length - 1));
    // Parseval, both halves of the spectrum; the squared window has a mean of 3/8.
    this.#scale = 2 / (length * length * 0.375);
    this.#share = 1 - Math.exp(-intervalSeconds / AVERAGING_SECONDS);
  }

  /** Samples from `start` to `end` of three channels, from the one at `first` on. */
  add(channels: readonly Float32Array[], first: number, start: number, end: number): void {
    const mask = this.windowSamples - 1;
    for (let c = 0; c < CHANNELS; c++) {
      const from = channels[first + c];
      const to = this.#recent[c];
      for (let i = start, at = this.#at; i < end; i++, at = (at + 1) & mask) to[at] = from[i];
    }
    this.#at = (this.#at + end - start) & mask;
  }

  /** Brings `terms` up to date with the newest samples. */
  measure(): void {
    for (let c = 0; c < CHANNELS; c++) this.#transform(c);
    for (let p = 0; p < TERMS; p++) this.#average(p, PAIRS[p][0], PAIRS[p][1]);
  }

  #transform(channel: number): void {
    const recent = this.#recent[channel];
    const length = this.windowSamples;
    const untilWrap = length - this.#at;
    for (let n = 0; n < length; n++) {
      this.#samples[n] = this.#window[n] * recent[n < untilWrap ? this.#at + n : n - untilWrap];
    }
    this.#exports.spectrumForward();
    const re = this.#spectraRe[channel];
    const im = this.#spectraIm[channel];
    for (let bin = this.#bins[0]; bin < re.length; bin++) {
      re[bin] = this.#re[bin];
      im[bin] = this.#im[bin];
    }
  }

  #average(term: number, first: number, second: number): void {
    const re = this.#spectraRe;
    const im = this.#spectraIm;
    const bands = this.#bins.length - 1;
    for (let b = 0; b < bands; b++) {
      let sum = 0;
      for (let bin = this.#bins[b]; bin < this.#bins[b + 1]; bin++) {
        sum += re[first][bin] * re[second][bin] + im[first][bin] * im[second][bin];
      }
      const at = TERMS * b + term;
      this.terms[at] += this.#share * (this.#scale * sum - this.terms[at]);
    }
  }
}
