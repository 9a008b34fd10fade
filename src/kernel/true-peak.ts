import { QUANTUM } from './partition-plan.ts';
import { instantiate } from './wasm-instance.ts';

interface TruePeakExports {
  truePeakConfigure(channels: number): void;
  truePeakInput(channel: number): number;
  truePeakLargest(): number;
  truePeakProcess(frames: number, channels: number): void;
}

/**
 * True peak of each channel at four times the rate [ITU-R BS.1770-4, annex 2], by an interpolation of 48 taps a point.
 * Its weakness is that of the method: above a third of the rate a peak may fall between its points, by 0.3 dB and, close
 * to half the rate, 0.7. Samples must be finite. `add` never allocates or throws.
 */
export class TruePeak {
  /** Linear, one per channel: the largest since `clear`, seen 24 samples late. */
  readonly largest: Float32Array;
  readonly #exports: TruePeakExports;
  readonly #inputs: readonly Float32Array[];

  constructor(module: WebAssembly.Module, channels: number) {
    const { exports, memory } = instantiate<TruePeakExports>(module);
    exports.truePeakConfigure(channels);
    this.#exports = exports;
    this.#inputs = Array.from(
      { length: channels },
      (_, c) => new Float32Array(memory.buffer, exports.truePeakInput(c), QUANTUM),
    );
    this.largest = new Float32Array(memory.buffer, exports.truePeakLargest(), channels);
  }

  /**
   * Samples from `start` to `end`, at most QUANTUM.
   * @param count of the channels, from the first: the others are not looked at
   */
  add(channels: readonly Float32Array[], start: number, end: number, count = this.#inputs.length): void {
    for (let c = 0; c < count; c++) {
      const from = channels[c];
      const to = this.#inputs[c];
      for (let i = start; i < end; i++) to[i - start] = from[i];
    }
    this.#exports.truePeakProcess(end - start, count);
  }

  clear(): void {
    this.largest.fill(0);
  }
}
