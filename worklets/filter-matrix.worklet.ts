import { FilterMatrix } from '../src/kernel/filter-matrix.ts';
import { FILTER_MATRIX_PROCESSOR_NAME } from '../src/protocol/filter-matrix-protocol.ts';
import type {
  FilterMatrixCommand,
  FilterMatrixProcessorOptions,
  FilterMatrixReport,
} from '../src/protocol/filter-matrix-protocol.ts';
import { Bypass } from './bypass.ts';
import { runInQuanta } from './run-in-quanta.ts';

/** L′, R′, C in; drivers or ears out. Without a kernel the stereo inside the input passes. */
class FilterMatrixProcessor extends AudioWorkletProcessor {
  #matrix: FilterMatrix | undefined;
  #inputs = 0;
  #outputs = 0;
  #reported = false;
  #ended = false;
  #refused = 0;
  readonly #bypass: Bypass;
  /** Of the set that was heard last: the bypass is as loud. */
  #gain = 1;

  constructor(options: { processorOptions: FilterMatrixProcessorOptions }) {
    super();
    this.#bypass = new Bypass(options.processorOptions.maxOutputs, sampleRate);
    this.port.onmessage = ({ data }: MessageEvent<FilterMatrixCommand>): void => this.#receive(data);
    try {
      this.#start(options.processorOptions);
    } catch (error) {
      this.#fail(error);
    }
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const input = inputs[0];
    const output = outputs[0];
    const matrix = this.#matrix;
    if (matrix && this.#run(matrix, input, output)) {
      this.#bypass.keep(output);
    } else {
      pass(input, output, this.#gain);
      this.#bypass.takeOver(output);
    }
    return !this.#ended;
  }

  #run(matrix: FilterMatrix, input: Float32Array[], output: Float32Array[]): boolean {
    try {
      runInQuanta(matrix, input, this.#inputs, output, this.#outputs);
      if (matrix.refusedSets !== this.#refused) this.#refuse(matrix.refusedSets);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #start({ module, inputs, maxOutputs, maxTaps, sets }: FilterMatrixProcessorOptions): void {
    const matrix = new FilterMatrix(module, { inputs, maxOutputs, maxTaps, sets, sampleRateHz: sampleRate });
    matrix.warmUp();
    this.#matrix = matrix;
    this.#inputs = inputs;
    this.#outputs = maxOutputs;
    this.#report({ type: 'ready', latencySamples: matrix.latencySamples });
  }

  #receive(command: FilterMatrixCommand): void {
    try {
      this.#obey(command);
    } catch (error) {
      // A command that cannot be read changes nothing; a kernel that has trapped cannot be trusted any more.
      if (error instanceof WebAssembly.RuntimeError) this.#fail(error);
      else this.#report({ type: 'refused', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #obey(command: FilterMatrixCommand): void {
    if (command.type === 'end') this.#ended = true;
    const matrix = this.#matrix;
    if (!matrix) return;
    if (command.type === 'set-filters') matrix.setFilters(command.set, command.prepared, command.gain);
    else if (command.type === 'set-gain') matrix.setGain(command.set, command.gain);
    else if (command.type === 'select') matrix.select(command.set);
    else if (command.type === 'reset') matrix.reset();
    this.#gain = matrix.gain;
  }

  #refuse(count: number): void {
    this.#refused = count;
    this.#report({ type: 'refused', message: 'spectra: expected finite numbers' });
  }

  #fail(error: unknown): void {
    this.#matrix = undefined;
    if (this.#reported) return;
    this.#reported = true;
    this.#report({ type: 'fault', message: String(error) });
  }

  #report(report: FilterMatrixReport): void {
    this.port.postMessage(report);
  }
}

/** L′ + C and R′ + C, the stereo that the upmix was given. */
function pass(input: Float32Array[], output: Float32Array[], gain: number): void {
  for (let channel = 0; channel < output.length; channel++) {
    const to = output[channel];
    to.fill(0);
    if (channel < Math.min(2, input.length)) addScaled(to, input[channel], gain);
    if (channel < 2 && input.length > 2) addScaled(to, input[2], gain);
  }
}

function addScaled(to: Float32Array, from: Float32Array, gain: number): void {
  for (let i = 0; i < to.length; i++) to[i] += gain * from[i];
}

registerProcessor(FILTER_MATRIX_PROCESSOR_NAME, FilterMatrixProcessor);
