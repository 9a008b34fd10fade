import { OBEYED, type Ask } from '../src/protocol/asking.ts';
import { FilterMatrix } from '../src/kernel/filter-matrix.ts';
import { FILTER_MATRIX_PROCESSOR_NAME } from '../src/protocol/filter-matrix-protocol.ts';
import type {
  FilterMatrixCommand,
  FilterMatrixProcessorOptions,
  FilterMatrixReport,
} from '../src/protocol/filter-matrix-protocol.ts';
import { Stopwatch } from '../src/protocol/load-board.ts';
import { Bypass, passChannel } from './bypass.ts';
import { runInQuanta } from './run-in-quanta.ts';

/** Whether the kernel's code is optimised: a second chain, made while the first one plays, must not hold it up. */
let isWarm = false;

type Command<Type extends FilterMatrixCommand['type']> = Extract<FilterMatrixCommand, { type: Type }>;

/** L′, R′, C in; drivers or ears out. Without a kernel the stereo inside the input passes. */
class FilterMatrixProcessor extends AudioWorkletProcessor {
  #matrix: FilterMatrix | undefined;
  #inputs = 0;
  #outputs = 0;
  #reported = false;
  #ended = false;
  /** The delivery under way, and where its next spectra go. */
  #delivery = -1;
  #address = 0;
  readonly #bypass: Bypass;
  readonly #stopwatch: Stopwatch;
  /** Of the set that was heard last: the bypass is as loud. */
  #gain = 1;

  constructor(options: { processorOptions: FilterMatrixProcessorOptions }) {
    super();
    this.#stopwatch = new Stopwatch(options.processorOptions.load, 'filter matrix');
    this.#bypass = new Bypass(options.processorOptions.maxOutputs, sampleRate);
    this.port.onmessage = ({ data }: MessageEvent<FilterMatrixCommand | Ask>): void => this.#receive(data);
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
    const matrix = this.#matrix;
    if (matrix && this.#run(matrix, input, output)) {
      this.#bypass.keep(output);
    } else {
      pass(input, output, this.#gain);
      this.#bypass.takeOver(output);
    }
    this.#stopwatch.stop(output[0].length);
    return !this.#ended;
  }

  #run(matrix: FilterMatrix, input: Float32Array[], output: Float32Array[]): boolean {
    try {
      runInQuanta(matrix, input, this.#inputs, output, this.#outputs);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  #start({ module, ...options }: FilterMatrixProcessorOptions): void {
    const matrix = new FilterMatrix(module, { ...options, sampleRateHz: sampleRate });
    if (!isWarm) matrix.warmUp();
    isWarm = true;
    this.#matrix = matrix;
    this.#inputs = options.inputs;
    this.#outputs = options.maxOutputs;
    this.#report({ type: 'ready', latencySamples: matrix.latencySamples });
  }

  #receive(command: FilterMatrixCommand | Ask): void {
    if (command?.type === 'ask') return this.port.postMessage(OBEYED);
    try {
      this.#obey(command);
    } catch (error) {
      // A command that cannot be read changes nothing; a kernel that has trapped cannot be trusted any more.
      if (error instanceof WebAssembly.RuntimeError) this.#fail(error);
      else this.#refuse(command, error);
    }
  }

  #obey(command: FilterMatrixCommand): void {
    if (command.type === 'end') return this.#end();
    const matrix = this.#matrix;
    if (!matrix) return;
    if (command.type === 'begin-filters') this.#begin(matrix, command);
    else if (command.type === 'spectra') this.#take(matrix, command);
    else if (command.type === 'set-gain') matrix.setGain(command.set, command.gain, command.seconds);
    else if (command.type === 'select') matrix.select(command.set);
    else if (command.type === 'reset') matrix.reset();
    this.#gain = matrix.gain;
  }

  /** Without its kernel, whose memory is large, and its port, which would keep both: a browser frees a processor late. */
  #end(): void {
    this.#ended = true;
    this.port.close();
    this.#matrix = undefined;
  }

  #begin(matrix: FilterMatrix, command: Command<'begin-filters'>): void {
    const { delivery, set, header, length, gain } = command;
    this.#delivery = delivery;
    this.#address = matrix.beginFilters(set, header, length, gain);
    this.#take(matrix, command);
  }

  /** Spectra of a delivery that has been dropped are late. */
  #take(matrix: FilterMatrix, { delivery, spectra }: Command<'begin-filters' | 'spectra'>): void {
    if (delivery !== this.#delivery) return;
    const left = matrix.takeSpectra(spectra);
    this.#address += typeof spectra === 'number' ? spectra : spectra.length;
    if (left === 0) this.#report({ type: 'taken', delivery });
    else this.#report({ type: 'want', delivery, address: this.#address });
  }

  #refuse(command: FilterMatrixCommand | null, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const isDelivery = command?.type === 'begin-filters' || command?.type === 'spectra';
    this.#report({ type: 'refused', ...(isDelivery && { delivery: command.delivery }), message });
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
    passChannel(undefined, to);
    if (channel < Math.min(2, input.length)) addScaled(to, input[channel], gain);
    if (channel < 2 && input.length > 2) addScaled(to, input[2], gain);
  }
}

function addScaled(to: Float32Array, from: Float32Array, gain: number): void {
  for (let i = 0; i < to.length; i++) to[i] += gain * from[i];
}

registerProcessor(FILTER_MATRIX_PROCESSOR_NAME, FilterMatrixProcessor);
