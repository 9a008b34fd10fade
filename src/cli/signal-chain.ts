import type { FilterSet } from '../design/filter-set.ts';
import { FilterMatrix } from '../kernel/filter-matrix.ts';
import { Interleaver } from '../kernel/interleaver.ts';
import { QUANTUM } from '../kernel/partition-plan.ts';
import { prepareFilters } from '../kernel/prepare-filters.ts';
import { Upmix, type UpmixOptions } from '../kernel/upmix.ts';

/** Frames of one call of `SignalChain.process`. */
export const BLOCK_FRAMES = 1024;
/** What is written at once: many small pieces take the system twice as long. */
const KEPT_BLOCKS = 128;
const BLOCK_QUANTA = BLOCK_FRAMES / QUANTUM;
/** Outputs of the upmix: L′, R′, C. */
const UPMIX_CHANNELS = [0, 1, 2] as const;

/** The chain of the player under Node: stereo through the upmix and, where a set is given, its matrix of filters. */
export class SignalChain {
  /** Samples by which the outputs are late against the input, the filters' modelling delay included. */
  readonly latencySamples: number;
  /** Samples that the outputs go on after the input's last one, once they are aligned with it. */
  readonly tailSamples: number;
  /** Takes each block's outputs. */
  readonly outputs: Interleaver;
  readonly #upmix: Upmix;
  readonly #matrix: FilterMatrix | null;
  /** Per quantum of the block, what goes from the upmix into the matrix and from there into the outputs. */
  readonly #quanta: readonly QuantumParts[];

  constructor(module: WebAssembly.Module, upmix: UpmixOptions, filters: FilterSet | null) {
    this.#upmix = new Upmix(module, upmix);
    this.#matrix = filters && createMatrix(module, filters);
    this.latencySamples =
      this.#upmix.latencySamples + (this.#matrix?.latencySamples ?? 0) + (filters?.latencySamples ?? 0);
    this.tailSamples = filters ? filters.taps - 1 - filters.latencySamples : 0;
    const channels = filters?.outputs ?? UPMIX_CHANNELS.length;
    this.outputs = new Interleaver(module, channels, BLOCK_FRAMES, KEPT_BLOCKS * BLOCK_FRAMES);
    const upmixed = UPMIX_CHANNELS.map((channel) => this.#upmix.output(channel));
    this.#quanta = Array.from({ length: BLOCK_QUANTA }, (_, quantum) => {
      const part = (plane: Float32Array) => plane.subarray(quantum * QUANTUM, (quantum + 1) * QUANTUM);
      return { upmixed: upmixed.map(part), outputs: this.outputs.planes.map(part) };
    });
  }

  /** One block of BLOCK_FRAMES samples. */
  process(left: Float32Array, right: Float32Array): void {
    this.#upmix.input(0).set(left);
    this.#upmix.input(1).set(right);
    this.#upmix.process(BLOCK_FRAMES);
    if (!this.#matrix) {
      UPMIX_CHANNELS.forEach((channel) =>
        this.outputs.planes[channel]!.set(this.#upmix.output(channel).subarray(0, BLOCK_FRAMES)),
      );
      return;
    }
    for (const quantum of this.#quanta) filter(this.#matrix, quantum);
  }
}

interface QuantumParts {
  readonly upmixed: readonly Float32Array[];
  readonly outputs: readonly Float32Array[];
}

function filter(matrix: FilterMatrix, { upmixed, outputs }: QuantumParts): void {
  for (let input = 0; input < upmixed.length; input++) matrix.input(input).set(upmixed[input]!);
  matrix.process();
  for (let output = 0; output < outputs.length; output++) outputs[output]!.set(matrix.output(output));
}

function createMatrix(module: WebAssembly.Module, filters: FilterSet): FilterMatrix {
  const { inputs, outputs, taps, sampleRateHz } = filters;
  // Whatever is late is taken off again.
  const shape = { inputs, maxOutputs: outputs, maxTaps: taps, late: true };
  const matrix = new FilterMatrix(module, { ...shape, sets: 1, sampleRateHz });
  matrix.setFilters(0, prepareFilters(module, filters, shape));
  return matrix;
}
