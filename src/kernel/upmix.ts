import type { Profile } from './profile.ts';
import { upmixFrames } from './upmix-frames.ts';
import { instantiate } from './wasm-instance.ts';

/**
 * Stereo to left, right and centre: L′ = L − C, R′ = R − C, so that L′ + C and R′ + C are the input, delayed by
 * `latencySamples`. The kernel works in frames of some 85 ms (or 43, for video), spreads their cost over the quanta and
 * never allocates while processing.
 *
 * Kinds, with M = L + R, S = L − R and ⟨·⟩ running averages per time–frequency tile:
 * - `off`: the centre is silent;
 * - `mid-side`: C = ½M, without adaptation;
 * - `least-correlated`: C = ½(M − wS), w = Re⟨MS*⟩/⟨|S|²⟩ within ±1, uncorrelated with L − R;
 * - `similarity`: C = ½ψ⁴M, ψ = 2|⟨LR*⟩|/(⟨|L|²⟩ + ⟨|R|²⟩), for comparison;
 * - `adaptive`: the tile's covariance is explained by sources in five directions, hard left to hard right, and a little
 *   diffuse sound; C is the estimate of the middle one of least mean square error.
 */
export const UPMIX_KINDS = ['off', 'mid-side', 'least-correlated', 'similarity', 'adaptive'] as const;
export type UpmixKind = (typeof UPMIX_KINDS)[number];

/** Samples per render quantum; blocks are multiples of it. */
const QUANTUM_FRAMES = 128;

interface UpmixExports {
  upmixMaxFrames(): number;
  upmixConfigure(
    sampleRateHz: number,
    frame: number,
    reach: number,
    hop: number,
    tasksPerQuantum: number,
    keep: number,
    kind: number,
  ): number;
  upmixSetKind(kind: number): void;
  upmixReset(): void;
  upmixLatency(): number;
  upmixFaults(): number;
  upmixProcess(frames: number): void;
}

export interface UpmixOptions {
  readonly sampleRateHz: number;
  readonly kind: UpmixKind;
  /** `music` where absent. */
  readonly profile?: Profile;
}

export class Upmix {
  /** Delay from input to output, in samples, the same for every kind of a profile. */
  readonly latencySamples: number;
  /** Longest block that `process` takes. */
  readonly maxFrames: number;
  readonly #kernel: UpmixExports;
  readonly #inputs: readonly Float32Array[];
  readonly #outputs: readonly Float32Array[];

  constructor(module: WebAssembly.Module, options: UpmixOptions) {
    const { sampleRateHz, kind, profile = 'music' } = options;
    const { exports, memory } = instantiate<UpmixExports>(module);
    this.#kernel = exports;
    const { frame, reach, hop, tasksPerQuantum, keep } = upmixFrames(profile, sampleRateHz);
    const number = UPMIX_KINDS.indexOf(kind);
    const address = this.#kernel.upmixConfigure(
      sampleRateHz,
      frame,
      reach,
      hop,
      tasksPerQuantum,
      keep,
      number,
    );
    this.maxFrames = this.#kernel.upmixMaxFrames();
    const buffer = (index: number): Float32Array =>
      new Float32Array(memory.buffer, address + 4 * index * this.maxFrames, this.maxFrames);
    this.#inputs = [buffer(0), buffer(1)];
    this.#outputs = [buffer(2), buffer(3), buffer(4)];
    this.latencySamples = this.#kernel.upmixLatency();
  }

  /** Samples so far that were not finite (or beyond any level) and were replaced by zero. */
  get faultySamples(): number {
    return this.#kernel.upmixFaults();
  }

  /** The centre crossfades to this kind over 20 ms once the new estimate covers the output; the newest call wins. */
  setKind(kind: UpmixKind): void {
    this.#kernel.upmixSetKind(UPMIX_KINDS.indexOf(kind));
  }

  /** The buffer to write the left (0) or right (1) input to. */
  input(channel: 0 | 1): Float32Array {
    return this.#inputs[channel];
  }

  /** The buffer that holds left (0), right (1) or centre (2) after `process`. */
  output(channel: 0 | 1 | 2): Float32Array {
    return this.#outputs[channel];
  }

  /** @param frames a multiple of 128, at most `maxFrames` */
  process(frames: number = QUANTUM_FRAMES): void {
    this.#kernel.upmixProcess(frames);
  }

  /** Forgets all signal; the kind asked for last is in force at once. */
  reset(): void {
    this.#kernel.upmixReset();
  }
}

export interface UpmixedSignal {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly centre: Float32Array;
}

/**
 * A whole signal at once, aligned with its input and as long.
 * @param left (samples,) at `sampleRateHz`
 * @param right as long as `left`
 */
export function upmixSignal(
  module: WebAssembly.Module,
  options: UpmixOptions,
  left: Float32Array,
  right: Float32Array,
): UpmixedSignal {
  const upmix = new Upmix(module, options);
  const result = [0, 1, 2].map(() => new Float32Array(left.length));
  const { latencySamples, maxFrames } = upmix;
  for (let start = 0; start < left.length + latencySamples; start += maxFrames) {
    upmix
      .input(0)
      .fill(0)
      .set(left.subarray(start, start + maxFrames));
    upmix
      .input(1)
      .fill(0)
      .set(right.subarray(start, start + maxFrames));
    upmix.process(maxFrames);
    const from = Math.max(0, latencySamples - start);
    const at = Math.max(0, start - latencySamples);
    const count = Math.min(maxFrames - from, left.length - at);
    if (count <= 0) continue;
    result.forEach((signal, channel) => {
      signal.set(upmix.output(channel as 0 | 1 | 2).subarray(from, from + count), at);
    });
  }
  return { left: result[0], right: result[1], centre: result[2] };
}
