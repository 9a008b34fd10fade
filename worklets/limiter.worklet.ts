import { OBEYED, type Ask } from '../src/protocol/asking.ts';
import { Limiter } from '../src/kernel/limiter.ts';
import { Stopwatch } from '../src/protocol/load-board.ts';
import { LIMITER_PROCESSOR_NAME } from '../src/protocol/limiter-protocol.ts';
import type {
  LimiterCommand,
  LimiterProcessorOptions,
  LimiterReport,
} from '../src/protocol/limiter-protocol.ts';
import { Bypass, passChannel } from './bypass.ts';
import { runInQuanta } from './run-in-quanta.ts';

/** Silent quanta before the first real one: by then the browser has optimised the kernel's code. */
const WARM_UP_QUANTA = 400;
/** Whether the kernel's code is optimised: a second chain, made while the first one plays, must not hold it up. */
let isWarm = false;
const DEFAULT_CEILING_DB = -1;

/** As many channels out as in, their true peaks under the ceiling; on a second output, for a meter, its reduction. */
class LimiterProcessor extends AudioWorkletProcessor {
  #limiter: Limiter | undefined;
  #channels = 0;
  #faulty = false;
  #ended = false;
  /** Clips: no burst, at the price of distortion. */
  readonly #bypass: Bypass;
  readonly #stopwatch: Stopwatch;

  constructor(options: { processorOptions: LimiterProcessorOptions }) {
    super();
    this.#stopwatch = new Stopwatch(options.processorOptions.load, 'limiter');
    const { channels, ceilingDb = DEFAULT_CEILING_DB } = options.processorOptions;
    this.#bypass = new Bypass(channels, sampleRate, 10 ** (ceilingDb / 20));
    this.port.onmessage = ({ data }: MessageEvent<LimiterCommand | Ask>): void => {
      if (data.type === 'end') this.#end();
      else if (data.type === 'ask') this.port.postMessage(OBEYED);
      else this.#limiter?.reset();
    };
    try {
      this.#start(options.processorOptions);
    } catch (error) {
      this.#fail(error);
    }
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    this.#stopwatch.start();
    const input = inputs[0];
    const output = outputs[0];
    const limiter = this.#limiter;
    if (limiter && this.#run(limiter, input, outputs)) {
      this.#bypass.keep(output);
    } else {
      pass(input, output);
      this.#bypass.takeOver(output);
    }
    this.#stopwatch.stop(output[0].length);
    return !this.#ended;
  }

  #run(limiter: Limiter, input: Float32Array[], outputs: Float32Array[][]): boolean {
    try {
      runInQuanta(limiter, input, this.#channels, outputs[0], this.#channels);
      if (outputs.length > 1) outputs[1][0].fill(limiter.takeReductionDb());
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #start({ module, channels, ceilingDb = DEFAULT_CEILING_DB }: LimiterProcessorOptions): void {
    const limiter = new Limiter(module, { channels, sampleRateHz: sampleRate, ceilingDb });
    if (!isWarm) limiter.warmUp(WARM_UP_QUANTA);
    isWarm = true;
    this.#limiter = limiter;
    this.#channels = channels;
    this.#report({ type: 'ready', latencySamples: limiter.latencySamples });
  }

  /** Without its kernel, whose memory is large, and its port, which would keep both: a browser frees a processor late. */
  #end(): void {
    this.#ended = true;
    this.port.close();
    this.#limiter = undefined;
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
    passChannel(input[channel], output[channel]);
  }
}

registerProcessor(LIMITER_PROCESSOR_NAME, LimiterProcessor);
