/** What is measured is brought up to date this often. */
export const STEP_SECONDS = 0.01;

export function stepSamplesAt(sampleRateHz: number): number {
  return Math.round(STEP_SECONDS * sampleRateHz);
}

/** Something that measures a stream: it is given samples, and told where each step of 10 ms ends. */
export interface MeterPart {
  /** Samples from `start` to `end` of every channel; never across the end of a step. */
  add(channels: readonly Float32Array[], start: number, end: number): void;
  /** A step is complete. */
  step(): void;
}

/** Cuts a stream at every step, so that no reading depends on the blocks it comes in. Allocates nothing. */
export class Steps {
  readonly #parts: readonly MeterPart[];
  readonly #stepSamples: number;
  #left: number;

  constructor(sampleRateHz: number, parts: readonly MeterPart[]) {
    this.#parts = parts;
    this.#stepSamples = stepSamplesAt(sampleRateHz);
    this.#left = this.#stepSamples;
  }

  /** @returns whether a step was completed */
  process(channels: readonly Float32Array[], frames: number): boolean {
    let stepped = false;
    for (let start = 0; start < frames;) {
      const end = Math.min(frames, start + this.#left);
      for (let p = 0; p < this.#parts.length; p++) this.#parts[p].add(channels, start, end);
      this.#left -= end - start;
      start = end;
      if (this.#left > 0) continue;
      for (let p = 0; p < this.#parts.length; p++) this.#parts[p].step();
      this.#left = this.#stepSamples;
      stepped = true;
    }
    return stepped;
  }
}
