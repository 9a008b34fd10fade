/** Time in which a bypass takes over. */
const TAKE_OVER_SECONDS = 0.01;
/** +180 dB over full scale: no audio. */
const LARGEST = 1e9;

/** One channel into another, silence where there is none: arithmetic alone, because nothing catches what fails here. */
export function passChannel(from: Float32Array | undefined, to: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from === undefined ? 0 : from[i];
}

/**
 * The output of a processor whose kernel has stopped: what it passes on instead, made safe, taking over from where the
 * output was so that nothing steps. `keep` and `takeOver` allocate nothing.
 */
export class Bypass {
  readonly #limit: number;
  readonly #last: Float32Array;
  readonly #fadeSamples: number;
  #done = 0;

  /**
   * @param channels of the output
   * @param limit largest sample that leaves
   */
  constructor(channels: number, sampleRateHz: number, limit: number = LARGEST) {
    this.#limit = limit;
    this.#last = new Float32Array(channels);
    this.#fadeSamples = Math.round(TAKE_OVER_SECONDS * sampleRateHz);
  }

  /** Remembers where the output is, while the kernel works. */
  keep(output: Float32Array[]): void {
    for (let channel = 0; channel < output.length; channel++) {
      const samples = output[channel];
      this.#last[channel] = samples[samples.length - 1];
    }
  }

  /** Makes what has been put into the output safe, and lets it rise over the last of the kernel's samples. */
  takeOver(output: Float32Array[]): void {
    const limit = this.#limit;
    for (let channel = 0; channel < output.length; channel++) {
      const samples = output[channel];
      const last = this.#last[channel];
      for (let i = 0; i < samples.length; i++) {
        const x = samples[i];
        // What is not a number fails both comparisons and becomes silence.
        const safe = x >= -limit ? (x <= limit ? x : limit) : x < -limit ? -limit : 0;
        const share = Math.min(1, (this.#done + i + 1) / this.#fadeSamples);
        samples[i] = last + share * (safe - last);
      }
    }
    this.#done = Math.min(this.#fadeSamples, this.#done + output[0].length);
  }
}
