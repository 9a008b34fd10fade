import { WindowedSpectrum } from './windowed-spectrum.ts';

/** Window at 48 kHz and below, 43 ms. */
const BASE_WINDOW = 2048;
/** Samples are kept for so many windows: a window's worth may come while a picture is worked on, and leaves its own alone. */
const WINDOWS_KEPT = 2;
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

/** Calls of `advance` that a picture takes: a transform of each channel, then the terms. */
export const STEPS_OF_PICTURE = CHANNELS + 1;

export interface BandImageOptions {
  readonly sampleRateHz: number;
  /** Ascending; one more than there are bands. */
  readonly edgesHz: readonly number[];
  /** Time between two calls of `begin`. */
  readonly intervalSeconds: number;
}

/**
 * Three channels by bands, for a picture of where sound comes from: the power of each and the real part of the cross power
 * of each pair, as mean squares (a full-scale sine 0.5). Hann window of 43 ms, running mean of 80 ms: in the lowest bands
 * a tone also shows in the next, and unrelated channels seem to share some of their power.
 *
 * A picture is of the samples that there were when it was begun, the same of every channel. It is complete after
 * `STEPS_OF_PICTURE` calls of `advance`, of which none does more than one transform: with one call for each 128 samples, from the
 * block on in which it was begun, 384 samples later, 8 ms at 48 kHz. No method allocates or throws.
 */
export class BandImage {
  /** (bands, 6): left, right, centre; left with centre, right with centre, left with right. */
  readonly terms: Float64Array;
  /** Samples of a window. */
  readonly windowSamples: number;
  readonly #spectrum: WindowedSpectrum;
  readonly #recent: readonly Float32Array[];
  readonly #spectraRe: readonly Float64Array[];
  readonly #spectraIm: readonly Float64Array[];
  /** First bin of each band, and the end of the last. */
  readonly #bins: Int32Array;
  readonly #scale: number;
  readonly #share: number;
  /** Of the next sample. */
  #at = 0;
  /** First sample of the picture that is worked on. */
  #from = 0;
  /** Steps of it that are done. */
  #done = STEPS_OF_PICTURE;

  constructor(module: WebAssembly.Module, { sampleRateHz, edgesHz, intervalSeconds }: BandImageOptions) {
    const spectrum = new WindowedSpectrum(module, { sampleRateHz, baseWindow: BASE_WINDOW });
    const length = spectrum.windowSamples;
    const lastBin = length / 2;
    this.windowSamples = length;
    this.#spectrum = spectrum;
    this.#bins = Int32Array.from(edgesHz, (edgeHz) =>
      Math.min(lastBin, Math.ceil((edgeHz * length) / sampleRateHz)),
    );
    const end = this.#bins[edgesHz.length - 1];
    this.#recent = Array.from({ length: CHANNELS }, () => new Float32Array(WINDOWS_KEPT * length));
    this.#spectraRe = Array.from({ length: CHANNELS }, () => new Float64Array(end));
    this.#spectraIm = Array.from({ length: CHANNELS }, () => new Float64Array(end));
    this.terms = new Float64Array(TERMS * (edgesHz.length - 1));
    // Parseval, both halves of the spectrum; the squared window has a mean of 3/8.
    this.#scale = 2 / (length * length * 0.375);
    this.#share = 1 - Math.exp(-intervalSeconds / AVERAGING_SECONDS);
  }

  /** Samples from `start` to `end` of three channels, from the one at `first` on. */
  add(channels: readonly Float32Array[], first: number, start: number, end: number): void {
    const mask = WINDOWS_KEPT * this.windowSamples - 1;
    for (let c = 0; c < CHANNELS; c++) {
      const from = channels[first + c];
      const to = this.#recent[c];
      for (let i = start, at = this.#at; i < end; i++, at = (at + 1) & mask) to[at] = from[i];
    }
    this.#at = (this.#at + end - start) & mask;
  }

  /** Begins a picture of the newest samples. One that is not complete is brought to its end first. */
  begin(): void {
    while (this.#done < STEPS_OF_PICTURE) this.advance();
    this.#from = (this.#at + (WINDOWS_KEPT - 1) * this.windowSamples) % (WINDOWS_KEPT * this.windowSamples);
    this.#done = 0;
  }

  /** One step towards the picture that was begun; the last one brings `terms` up to date. Nothing where none is. */
  advance(): void {
    if (this.#done === STEPS_OF_PICTURE) return;
    if (this.#done < CHANNELS) this.#transform(this.#done);
    else for (let p = 0; p < TERMS; p++) this.#average(p, PAIRS[p][0], PAIRS[p][1]);
    this.#done += 1;
  }

  #transform(channel: number): void {
    this.#spectrum.transform(this.#recent[channel], this.#from);
    const re = this.#spectraRe[channel];
    const im = this.#spectraIm[channel];
    for (let bin = this.#bins[0]; bin < re.length; bin++) {
      re[bin] = this.#spectrum.re[bin];
      im[bin] = this.#spectrum.im[bin];
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
