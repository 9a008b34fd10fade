import { OBEYED, type Ask } from '../src/protocol/asking.ts';
import { Upmix } from '../src/kernel/upmix.ts';
import { Stopwatch } from '../src/protocol/load-board.ts';
import { UPMIX_PROCESSOR_NAME } from '../src/protocol/upmix-protocol.ts';
import type { UpmixCommand, UpmixProcessorOptions, UpmixReport } from '../src/protocol/upmix-protocol.ts';
import { Bypass, passChannel } from './bypass.ts';

/** Silent quanta before the first real one: by then the browser has optimised the kernel's code. */
const WARM_UP_QUANTA = 400;
/** Whether the kernel's code is optimised: a second chain, made while the first one plays, must not hold it up. */
let isWarm = false;
const OUTPUT_CHANNELS = 3;

/** Stereo in; left, right, centre out. Without a kernel the input passes, with a silent centre. */
class UpmixProcessor extends AudioWorkletProcessor {
  #upmix: Upmix | undefined;
  #reported = false;
  #ended = false;
  readonly #bypass = new Bypass(OUTPUT_CHANNELS, sampleRate);
  readonly #stopwatch: Stopwatch;

  constructor(options: { processorOptions: UpmixProcessorOptions }) {
    super();
    this.#stopwatch = new Stopwatch(options.processorOptions.load, 'upmix');
    this.port.onmessage = ({ data }: MessageEvent<UpmixCommand | Ask>): void =>
      this.#guard(() => this.#obey(data));
    this.#guard(() => this.#start(options.processorOptions));
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    this.#stopwatch.start();
    const input = inputs[0];
    const output = outputs[0];
    const upmix = this.#upmix;
    if (upmix && this.#run(upmix, input, output)) {
      this.#bypass.keep(output);
    } else {
      pass(input, output);
      this.#bypass.takeOver(output);
    }
    this.#stopwatch.stop(output[0].length);
    return !this.#ended;
  }

  #run(upmix: Upmix, input: Float32Array[], output: Float32Array[]): boolean {
    try {
      run(upmix, input, output);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #start({ module, kind, profile }: UpmixProcessorOptions): void {
    const upmix = new Upmix(module, { sampleRateHz: sampleRate, kind: 'adaptive', profile });
    for (let quantum = 0; !isWarm && quantum < WARM_UP_QUANTA; quantum++) upmix.process();
    isWarm = true;
    upmix.setKind(kind);
    upmix.reset();
    this.#upmix = upmix;
    this.#report({ type: 'ready', latencySamples: upmix.latencySamples });
  }

  #obey(command: UpmixCommand | Ask): void {
    if (command.type === 'set-kind') this.#upmix?.setKind(command.kind);
    else if (command.type === 'reset') this.#upmix?.reset();
    else if (command.type === 'ask') this.port.postMessage(OBEYED);
    else this.#end();
  }

  /** Without its kernel, whose memory is large, and its port, which would keep both: a browser frees a processor late. */
  #end(): void {
    this.#ended = true;
    this.port.close();
    this.#upmix = undefined;
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#upmix = undefined;
    if (this.#reported) return;
    this.#reported = true;
    this.#report({ type: 'fault', message: String(error) });
  }

  #report(report: UpmixReport): void {
    this.port.postMessage(report);
  }
}

/** A node without a running source has no channels: silence, so that what is inside still comes out. */
function run(upmix: Upmix, input: Float32Array[], output: Float32Array[]): void {
  if (input.length > 0) {
    upmix.input(0).set(input[0]);
    upmix.input(1).set(input[rightOf(input)]);
  } else {
    upmix.input(0).fill(0);
    upmix.input(1).fill(0);
  }
  upmix.process(output[0].length);
  for (let channel = 0; channel < output.length; channel++) {
    const samples = upmix.output(channel as 0 | 1 | 2);
    for (let i = 0; i < output[channel].length; i++) output[channel][i] = samples[i];
  }
}

function pass(input: Float32Array[], output: Float32Array[]): void {
  passChannel(input[0], output[0]);
  passChannel(input[rightOf(input)], output[1]);
  passChannel(undefined, output[2]);
}

/** Mono is both sides. */
function rightOf(input: Float32Array[]): number {
  return input.length > 1 ? 1 : 0;
}

registerProcessor(UPMIX_PROCESSOR_NAME, UpmixProcessor);
