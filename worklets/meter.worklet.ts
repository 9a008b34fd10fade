import { FrameRing } from '../src/protocol/frame-ring.ts';
import { Stopwatch } from '../src/protocol/load-board.ts';
import { METER_PROCESSOR_NAME, meterFrameOf } from '../src/protocol/meter-protocol.ts';
import type { MeterCommand, MeterProcessorOptions, MeterReport } from '../src/protocol/meter-protocol.ts';
import { OutputMeter } from './output-meter.ts';

/** Silent quanta before the first real one: by then the browser has optimised the code. */
const WARM_UP_QUANTA = 400;
const QUANTUM = 128;

/** Reads what is played. Its output stays silent; whatever happens to it, the sound goes on as it was. */
class MeterProcessor extends AudioWorkletProcessor {
  #meter: OutputMeter | undefined;
  #ring: FrameRing | undefined;
  /** Not there while the reader has it. */
  #frame: Float32Array<ArrayBuffer> | undefined;
  #taken = true;
  #restart: Extract<MeterCommand, { type: 'restart' }> | undefined;
  #reported = false;
  #ended = false;
  readonly #stopwatch: Stopwatch;

  constructor(options: { processorOptions: MeterProcessorOptions }) {
    super();
    this.#stopwatch = new Stopwatch(options.processorOptions.load, 'meters');
    this.port.onmessage = ({ data }: MessageEvent<MeterCommand>): void => this.#obey(data);
    try {
      this.#start(options.processorOptions);
    } catch (error) {
      this.#fail(error);
    }
  }

  process([input, reduction, upmixed]: Float32Array[][]): boolean {
    this.#stopwatch.start();
    if (this.#meter) this.#run(this.#meter, input, reduction, upmixed);
    this.#stopwatch.stop(input.length > 0 ? input[0].length : QUANTUM);
    return !this.#ended;
  }

  #start({ module, outputs, shared }: MeterProcessorOptions): void {
    const { length } = meterFrameOf(outputs);
    const meter = new OutputMeter(module, outputs, sampleRate);
    meter.warmUp(WARM_UP_QUANTA);
    this.#meter = meter;
    this.#frame = new Float32Array(length);
    if (shared) this.#ring = new FrameRing(shared, length);
  }

  #run(meter: OutputMeter, input: Float32Array[], reduction: Float32Array[], upmixed: Float32Array[]): void {
    try {
      if (this.#restart && currentTime >= this.#restart.atSeconds) {
        meter.restart(this.#restart.programme);
        this.#restart = undefined;
      }
      const frames = input.length > 0 ? input[0].length : QUANTUM;
      if (meter.process(input, reduction, upmixed, frames)) this.#publish(meter);
    } catch (error) {
      this.#fail(error);
    }
  }

  #publish(meter: OutputMeter): void {
    const frame = this.#frame;
    if (!frame) return;
    if (this.#ring) {
      meter.write(frame, this.#ring.taken);
      this.#ring.write(frame);
      return;
    }
    meter.write(frame, this.#taken);
    this.#taken = false;
    this.#frame = undefined;
    this.port.postMessage({ type: 'frame', frame } satisfies MeterReport, [frame.buffer]);
  }

  #obey(command: MeterCommand | null): void {
    if (command?.type === 'end') this.#end();
    else if (command?.type === 'restart') this.#restart = command;
    else if (command?.type === 'take' && !this.#ring) {
      this.#frame = command.frame;
      this.#taken = true;
    }
  }

  /** Without its kernel, whose memory is large, and its port, which would keep both: a browser frees a processor late. */
  #end(): void {
    this.#ended = true;
    this.port.close();
    this.#meter = undefined;
  }

  #fail(error: unknown): void {
    this.#meter = undefined;
    if (this.#reported) return;
    this.#reported = true;
    this.port.postMessage({ type: 'fault', message: String(error) } satisfies MeterReport);
  }
}

registerProcessor(METER_PROCESSOR_NAME, MeterProcessor);
