import { Limiter } from '../src/kernel/limiter.ts';
import { LIMITER_PROCESSOR_NAME } from '../src/protocol/limiter-protocol.ts';
import type {
  LimiterCommand,
  LimiterProcessorOptions,
  LimiterReport,
} from '../src/protocol/limiter-protocol.ts';
import { runInQuanta } from './run-in-quanta.ts';

/** Silent quanta before the first real one: by then the browser has optimised the kernel's code. */
const WARM_UP_QUANTA = 400;
const REPORTS_PER_SECOND = 20;
/** A change that nobody would see on a meter is not reported. */
const SMALLEST_CHANGE_DB = 0.05;
const DEFAULT_CEILING_DB = -1;

/** As many channels out as in, their true peaks under the ceiling. */
class LimiterProcessor extends AudioWorkletProcessor {
  #limiter: Limiter | undefined;
  #channels = 0;
  #ceiling = 10 ** (DEFAULT_CEILING_DB / 20);
  #reduction: Float32Array | undefined;
  #reportedDb = 0;
  #faulty = false;
  #samplesToReport = 0;

  constructor(options: { processorOptions: LimiterProcessorOptions }) {
    super();
    this.port.onmessage = ({ data }: MessageEvent<LimiterCommand>): void => {
      if (data.type === 'reset') this.#limiter?.reset();
    };
    try {
      this.#start(options.processorOptions);
    } catch (error) {
      this.#fail(error);
    }
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const limiter = this.#limiter;
    if (!limiter) {
      clip(inputs[0], outputs[0], this.#ceiling);
      return true;
    }
    try {
      runInQuanta(limiter, inputs[0], this.#channels, outputs[0], this.#channels);
      this.#samplesToReport -= outputs[0][0].length;
      if (this.#samplesToReport <= 0) this.#reportReduction(limiter);
    } catch (error) {
      this.#fail(error);
      clip(inputs[0], outputs[0], this.#ceiling);
    }
    return true;
  }

  #start({ module, channels, ceilingDb = DEFAULT_CEILING_DB, reduction }: LimiterProcessorOptions): void {
    this.#ceiling = 10 ** (ceilingDb / 20);
    const limiter = new Limiter(module, { channels, sampleRateHz: sampleRate, ceilingDb });
    limiter.warmUp(WARM_UP_QUANTA);
    this.#limiter = limiter;
    this.#channels = channels;
    if (reduction) this.#reduction = new Float32Array(reduction, 0, 1);
    this.#report({ type: 'ready', latencySamples: limiter.latencySamples });
  }

  #reportReduction(limiter: Limiter): void {
    this.#samplesToReport = sampleRate / REPORTS_PER_SECOND;
    const reductionDb = limiter.takeReductionDb();
    if (this.#reduction) {
      this.#reduction[0] = reductionDb;
      return;
    }
    const isOff = reductionDb === 0 && this.#reportedDb !== 0;
    if (!isOff && Math.abs(reductionDb - this.#reportedDb) < SMALLEST_CHANGE_DB) return;
    this.#reportedDb = reductionDb;
    this.#report({ type: 'reduction', reductionDb });
  }

  #fail(error: unknown): void {
    this.#limiter = undefined;
    if (this.#faulty) return;
    this.#faulty = true;
    this.#report({ type: 'fault', message: String(error) });
  }

  #report(report: LimiterReport): void {
    this.port.postMessage(report);
  }
}

/** What is left to do without the kernel: no burst, at the price of distortion. */
function clip(input: Float32Array[], output: Float32Array[], ceiling: number): void {
  for (let channel = 0; channel < Math.min(input.length, output.length); channel++) {
    const from = input[channel];
    const to = output[channel];
    for (let i = 0; i < to.length; i++) {
      // Not a number becomes silence.
      to[i] = Math.max(-ceiling, Math.min(ceiling, from[i] || 0));
    }
  }
}

registerProcessor(LIMITER_PROCESSOR_NAME, LimiterProcessor);
