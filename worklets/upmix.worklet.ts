import { Upmix } from '../src/kernel/upmix.ts';
import { UPMIX_PROCESSOR_NAME } from '../src/protocol/upmix-protocol.ts';
import type { UpmixCommand, UpmixProcessorOptions, UpmixReport } from '../src/protocol/upmix-protocol.ts';

/** Silent quanta before the first real one: by then the browser has optimised the kernel's code. */
const WARM_UP_QUANTA = 400;

/** Stereo in; left, right, centre out. Without a kernel the input passes, with a silent centre. */
class UpmixProcessor extends AudioWorkletProcessor {
  #upmix: Upmix | undefined;
  #reported = false;

  constructor(options: { processorOptions: UpmixProcessorOptions }) {
    super();
    this.port.onmessage = ({ data }: MessageEvent<UpmixCommand>): void => this.#guard(() => this.#obey(data));
    this.#guard(() => this.#start(options.processorOptions));
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const [left, right = left] = inputs[0];
    const output = outputs[0];
    try {
      if (this.#upmix) run(this.#upmix, left, right, output);
      else pass(left, right, output);
    } catch (error) {
      this.#fail(error);
      pass(left, right, output);
    }
    return true;
  }

  #start({ module, kind }: UpmixProcessorOptions): void {
    const upmix = new Upmix(module, { sampleRateHz: sampleRate, kind: 'adaptive' });
    for (let quantum = 0; quantum < WARM_UP_QUANTA; quantum++) upmix.process();
    upmix.setKind(kind);
    upmix.reset();
    this.#upmix = upmix;
    this.#report({ type: 'ready', latencySamples: upmix.latencySamples });
  }

  #obey(command: UpmixCommand): void {
    if (command.type === 'set-kind') this.#upmix?.setKind(command.kind);
    else this.#upmix?.reset();
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

function run(upmix: Upmix, left: Float32Array, right: Float32Array, output: Float32Array[]): void {
  // A node without a running source has no channels: silence, so that what is inside still comes out.
  if (left) upmix.input(0).set(left);
  else upmix.input(0).fill(0);
  if (right) upmix.input(1).set(right);
  else upmix.input(1).fill(0);
  upmix.process(output[0].length);
  for (let channel = 0; channel < output.length; channel++) {
    const samples = upmix.output(channel as 0 | 1 | 2);
    for (let i = 0; i < output[channel].length; i++) output[channel][i] = samples[i];
  }
}

function pass(left: Float32Array, right: Float32Array, output: Float32Array[]): void {
  if (left) output[0].set(left);
  if (right) output[1].set(right);
}

registerProcessor(UPMIX_PROCESSOR_NAME, UpmixProcessor);
