import { FilterError } from '../src/kernel/filter-error.ts';
import { FilterMatrix } from '../src/kernel/filter-matrix.ts';
import { FILTER_MATRIX_PROCESSOR_NAME } from '../src/protocol/filter-matrix-protocol.ts';
import type {
  FilterMatrixCommand,
  FilterMatrixProcessorOptions,
  FilterMatrixReport,
} from '../src/protocol/filter-matrix-protocol.ts';
import { runInQuanta } from './run-in-quanta.ts';

/** L′, R′, C in; drivers or ears out. Without a kernel the stereo inside the input passes. */
class FilterMatrixProcessor extends AudioWorkletProcessor {
  #matrix: FilterMatrix | undefined;
  #inputs = 0;
  #outputs = 0;
  #reported = false;
  #refused = 0;

  constructor(options: { processorOptions: FilterMatrixProcessorOptions }) {
    super();
    this.port.onmessage = ({ data }: MessageEvent<FilterMatrixCommand>): void => this.#receive(data);
    try {
      this.#start(options.processorOptions);
    } catch (error) {
      this.#fail(error);
    }
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const matrix = this.#matrix;
    if (!matrix) {
      pass(inputs[0], outputs[0]);
      return true;
    }
    try {
      runInQuanta(matrix, inputs[0], this.#inputs, outputs[0], this.#outputs);
      if (matrix.refusedSets !== this.#refused) this.#refuse(matrix.refusedSets);
    } catch (error) {
      this.#fail(error);
      pass(inputs[0], outputs[0]);
    }
    return true;
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
      if (error instanceof FilterError) this.#report({ type: 'refused', message: error.message });
      else this.#fail(error);
    }
  }

  #obey(command: FilterMatrixCommand): void {
    const matrix = this.#matrix;
    if (!matrix) return;
    if (command.type === 'set-filters') matrix.setFilters(command.set, command.prepared, command.gain);
    else if (command.type === 'set-gain') matrix.setGain(command.set, command.gain);
    else if (command.type === 'select') matrix.select(command.set);
    else matrix.reset();
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
function pass(input: Float32Array[], output: Float32Array[]): void {
  const centre = input.length > 2 ? input[2] : undefined;
  for (let channel = 0; channel < Math.min(2, input.length, output.length); channel++) {
    const to = output[channel];
    to.set(input[channel]);
    if (centre) for (let i = 0; i < to.length; i++) to[i] += centre[i];
  }
}

registerProcessor(FILTER_MATRIX_PROCESSOR_NAME, FilterMatrixProcessor);
