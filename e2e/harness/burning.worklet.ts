import { Stopwatch } from '../../src/protocol/load-board.ts';

declare const Temporal: { readonly Now: { instant(): { readonly epochNanoseconds: bigint } } };

interface BurningOptions {
  readonly load: SharedArrayBuffer;
  readonly microseconds: number;
}

const nowNanoseconds = (): bigint => Temporal.Now.instant().epochNanoseconds;

/** Works for a known time in every quantum, by a clock that makes garbage. */
class BurningProcessor extends AudioWorkletProcessor {
  readonly #stopwatch: Stopwatch;
  readonly #nanoseconds: bigint;

  constructor(options: { processorOptions: BurningOptions }) {
    super();
    const { load, microseconds } = options.processorOptions;
    this.#stopwatch = new Stopwatch(load, 'upmix');
    this.#nanoseconds = BigInt(1000 * microseconds);
  }

  process(_inputs: Float32Array[][], [output]: Float32Array[][]): boolean {
    this.#stopwatch.start();
    const end = nowNanoseconds() + this.#nanoseconds;
    while (nowNanoseconds() < end);
    this.#stopwatch.stop(output[0].length);
    return true;
  }
}

registerProcessor('burning', BurningProcessor);
