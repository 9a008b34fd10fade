import { Limiter } from '../src/kernel/limiter.ts';
import { LIMITER_PROCESSOR_NAME } from '../src/protocol/limiter-protocol.ts';
import type {
  LimiterCommand,
  LimiterProcessorOptions,
  LimiterReport,
} from '../src/protocol/limiter-protocol.ts';
import { Bypass } from './bypass.ts';
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
  #reduction: Float32Array | undefined;
  #reportedDb = 0;
  #faulty = false;
  #ended = false;
  #samplesToReport = 0;
  /** Clips: no burst, at the price of distortion. */
  readonly #bypass: Bypass;

  constructor(options: { processorOptions: LimiterProcessorOptions }) {
    super();
    const { channels, ceilingDb = DEFAULT_CEILING_DB } = options.processorOptions;
    this.#bypass = new Bypass(channels, sampleRate, 10 ** (ceilingDb / 20));
    this.port.onmessage = ({ data }: MessageEvent<LimiterCommand>): void => {
      if (data.type === 'end') this.#ended = true;
      else this.#limiter?.reset();
    };
    try {
      this.#start(options.processorOptions);
    } catch (error) {
      this.#fail(error);
    }
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const input = inputs[0];
    const output = outputs[0];
    const limiter = this.#limiter;
    if (limiter && this.#run(limiter, input, output)) {
      this.#bypass.keep(output);
    } else {
      pass(input, output);
      this.#bypass.takeOver(output);
    }
    return !this.#ended;
  }

  #run(limiter: Limiter, input: Float32Array[], output: Float32Array[]): boolean {
    try {
      runInQuanta(limiter, input, this.#channels, output, this.#channels);
      this.#samplesToReport -= output[0].length;
      if (this.#samplesToReport <= 0) this.#reportReduction(limiter);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #start({ module, channels, ceilingDb = DEFAULT_CEILING_DB, reduction }: LimiterProcessorOptions): void {
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

function pass(input: Float32Array[], output: Float32Array[]): void {
  for (let channel = 0; channel < output.length; channel++) {
    if (channel < input.length) output[channel].set(input[channel]);
    else output[channel].fill(0);
  }
}

registerProcessor(LIMITER_PROCESSOR_NAME, LimiterProcessor);
