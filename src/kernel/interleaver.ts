import { instantiate } from './wasm-instance.ts';

interface InterleaveExports {
  interleaveConfigure(channels: number, planeSamples: number, mostFrames: number): void;
  interleavePlane(channel: number): number;
  interleaveFrames(): number;
  interleaveRun(from: number, count: number, at: number): void;
}

/** Planes of samples, one per channel, into frames as files have them, and many of these until they are taken. */
export class Interleaver {
  /** To be written to: (planeSamples,) per channel. */
  readonly planes: readonly Float32Array[];
  readonly #exports: InterleaveExports;
  readonly #frames: Float32Array;
  #kept = 0;

  /** @param mostFrames that are kept */
  constructor(
    module: WebAssembly.Module,
    channels: number,
    planeSamples: number,
    private readonly mostFrames: number,
  ) {
    const { exports, memory } = instantiate<InterleaveExports>(module);
    exports.interleaveConfigure(channels, planeSamples, mostFrames);
    this.#exports = exports;
    const floats = (address: number, count: number) => new Float32Array(memory.buffer, address, count);
    this.planes = Array.from({ length: channels }, (_, c) =>
      floats(exports.interleavePlane(c), planeSamples),
    );
    this.#frames = floats(exports.interleaveFrames(), channels * mostFrames);
  }

  /** How many frames can still be added before they are taken. */
  get room(): number {
    return this.mostFrames - this.#kept;
  }

  /** Adds `count` frames of the planes as they are, from one on: no more than there is room for. */
  add(from: number, count: number): void {
    this.#exports.interleaveRun(from, count, this.#kept);
    this.#kept += count;
  }

  /** All that were added since the last time; overwritten by those added next. */
  take(): Float32Array {
    const taken = this.#frames.subarray(0, this.#kept * this.planes.length);
    this.#kept = 0;
    return taken;
  }
}
