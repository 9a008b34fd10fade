import { QUANTUM } from './partition-plan.ts';
import { instantiate } from './wasm-instance.ts';
import type { KernelInstance } from './wasm-instance.ts';

export interface LimiterOptions {
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Highest true peak that leaves, dB re full scale; −1 where absent. */
  readonly ceilingDb?: number;
}

interface LimiterExports {
  limiterConfigure(
    channels: number,
    latencySamples: number,
    ceiling: number,
    headroom: number,
    releaseSamples: number,
  ): void;
  limiterLatency(): number;
  limiterInput(channel: number): number;
  limiterOutput(channel: number): number;
  limiterFaults(): number;
  limiterSmallestGain(): number;
  limiterReset(): void;
  limiterProcess(frames: number): void;
}

const LOOK_AHEAD_SECONDS = 0.0015;
const RELEASE_SECONDS = 0.08;
const DEFAULT_CEILING_DB = -1;
/** While it works it stays this far below: neither its interpolation nor a meter's is exact near half the rate. */
const HEADROOM_DB = 0.1;

/** Samples from the limiter's input to its output: its averages, of equal lengths, need an even number. */
export function limiterLatency(sampleRateHz: number): number {
  return 2 * Math.floor(Math.round(LOOK_AHEAD_SECONDS * sampleRateHz) / 2);
}

/**
 * Look-ahead true-peak limiter: one gain for all channels, so that what is heard between them stays in place.
 * Peaks are those of the signal at four times its rate [ITU-R BS.1770-4, annex 2]. Below the ceiling the output is the
 * input, bit for bit, `latencySamples` later. `process` never allocates or throws.
 */
export class Limiter {
  readonly latencySamples: number;
  readonly #kernel: KernelInstance<LimiterExports>;
  readonly #inputs: Float32Array[];
  readonly #outputs: Float32Array[];

  constructor(module: WebAssembly.Module, options: LimiterOptions) {
    const { channels, sampleRateHz, ceilingDb = DEFAULT_CEILING_DB } = options;
    this.#kernel = instantiate<LimiterExports>(module);
    const { exports, memory } = this.#kernel;
    const gain = (db: number) => 10 ** (db / 20);
    exports.limiterConfigure(
      channels,
      limiterLatency(sampleRateHz),
      gain(ceilingDb),
      gain(-HEADROOM_DB),
      RELEASE_SECONDS * sampleRateHz,
    );
    this.latencySamples = exports.limiterLatency();
    const samples = (address: number) => new Float32Array(memory.buffer, address, QUANTUM);
    this.#inputs = Array.from({ length: channels }, (_, c) => samples(exports.limiterInput(c)));
    this.#outputs = Array.from({ length: channels }, (_, c) => samples(exports.limiterOutput(c)));
  }

  /** Input samples so far that were not finite and counted as 0. */
  get inputFaults(): number {
    return this.#kernel.exports.limiterFaults();
  }

  /** The strongest reduction since this was called last, dB ≥ 0. */
  takeReductionDb(): number {
    return Math.max(0, -20 * Math.log10(this.#kernel.exports.limiterSmallestGain()));
  }

  /** Where a channel's next samples go (QUANTUM of them at most). */
  input(channel: number): Float32Array {
    return this.#inputs[channel]!;
  }

  /** Where a channel's samples are after `process`. */
  output(channel: number): Float32Array {
    return this.#outputs[channel]!;
  }

  /** `frames` ≤ QUANTUM samples of every channel. */
  process(frames = QUANTUM): void {
    this.#kernel.exports.limiterProcess(frames);
  }

  reset(): void {
    this.#kernel.exports.limiterReset();
  }

  /** Runs a loud signal through, so that the engine has compiled everything before the first sound. */
  warmUp(calls = 400): void {
    for (let call = 0; call < calls; call++) {
      for (const input of this.#inputs) input.fill(call % 2 === 0 ? 2 : 0);
      this.process();
    }
    this.reset();
  }
}
