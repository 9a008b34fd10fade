import { instantiate } from './wasm-instance.ts';

interface InterleaveExports {
  interleaveConfigure(channels: number, mostFrames: number): void;
  interleavePlane(channel: number): number;
  interleaveFrames(): number;
  interleaveRun(from: number, count: number): void;
}

/** Planes of samples, one per channel, into frames as files have them. */
export class Interleaver {
  /** To be written to: (mostFrames,) per channel. */
  readonly planes: readonly Float32Array[];
  readonly #exports: InterleaveExports;
  readonly #frames: Float32Array;

  constructor(module: WebAssembly.Module, channels: number, mostFrames: number) {
    const { exports, memory } = instantiate<InterleaveExports>(module);
    exports.interleaveConfigure(channels, mostFrames);
    this.#exports = exports;
    const floats = (address: number, count: number) => new Float32Array(memory.buffer, address, count);
    this.planes = Array.from({ length: channels }, (_, c) => floats(exports.interleavePlane(c), mostFrames));
    this.#frames = floats(exports.interleaveFrames(), channels * mostFrames);
  }

  /** `count` frames from one of the planes on, as they are; overwritten by the next call. */
  frames(from: number, count: number): Float32Array {
    this.#exports.interleaveRun(from, count);
    return this.#frames.subarray(0, count * this.planes.length);
  }
}
