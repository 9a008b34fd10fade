import { FilterError } from './filter-error.ts';
import { isMidSide } from './filter-rows.ts';
import { planPartitions, QUANTUM } from './partition-plan.ts';
import type { PartitionStage } from './partition-plan.ts';
import type { PreparedFilters } from './prepare-filters.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { instantiate } from './wasm-instance.ts';
import type { KernelInstance } from './wasm-instance.ts';

export interface FilterMatrixOptions {
  readonly inputs: number;
  readonly maxOutputs: number;
  readonly maxTaps: number;
  /** Sets of filters that can be chosen from. */
  readonly sets: number;
  readonly sampleRateHz: number;
}

interface MatrixExports {
  matrixAddStage(block: number, partitions: number, dueQuanta: number): void;
  matrixConfigure(
    inputs: number,
    outputs: number,
    sets: number,
    banks: number,
    fadeSamples: number,
    midSide: number,
  ): void;
  matrixInput(input: number): number;
  matrixOutput(output: number): number;
  matrixInputFaults(): number;
  matrixOutputFaults(): number;
  matrixFreeBank(): number;
  matrixBankHeader(bank: number): number;
  matrixBankSpectra(bank: number): number;
  matrixAreSane(address: number, count: number): number;
  matrixAssign(set: number, bank: number, gain: number): void;
  matrixForget(): void;
  matrixSelect(set: number): void;
  matrixSetGain(set: number, gain: number): void;
  matrixSettled(): number;
  matrixReset(): void;
  matrixProcess(frames: number): void;
}

/** A set's new filters on their way into the kernel's memory. */
interface Delivery {
  readonly set: number;
  readonly prepared: PreparedFilters;
  /** Views on the spectra, one to be copied per call of `process`. */
  readonly pieces: readonly Float32Array[];
  gain: number;
}

const FADE_SECONDS = 0.02;
/** +60 dB. */
const LARGEST_GAIN = 1000;
/** A set is copied in at most this many calls of `process`, in pieces of at least so many floats. */
const PIECES = 8;
const SMALLEST_PIECE = 16_384;
/** Banks beyond one per set: one to fade from or fill, one to wait in. */
const SPARE_BANKS = 2;

/**
 * Partitioned FIR matrix with several sets of filters, one of them heard [overlap-save with growing partitions].
 *
 * `process` never allocates or throws. Its outputs are those of the same call's inputs: the matrix itself has no latency.
 * A change of set, of a set's filters (both 20 ms raised-cosine crossfades, gains summing to one) or of a set's gain never
 * clicks; while one crossfade runs, the newest of further wishes waits for its end. The spectra of the inputs are kept
 * for all sets, so a set is exact from its first sample; the later partitions of a set that is not heard are computed ahead
 * once it is chosen, which takes at most 1.5 blocks of the longest partition before the crossfade starts.
 */
export class FilterMatrix {
  /** Samples by which the outputs are late. */
  readonly latencySamples = 0;
  readonly plan: readonly PartitionStage[];
  readonly #options: FilterMatrixOptions;
  readonly #kernel: KernelInstance<MatrixExports>;
  readonly #inputs: Float32Array[];
  readonly #outputs: Float32Array[];
  readonly #memory: Float32Array;
  readonly #words: Int32Array;
  /** Newest filters per set that still wait. */
  readonly #waiting: (Delivery | null)[];
  readonly #gains: number[];
  #selected = 0;
  #delivery: Delivery | null = null;
  #bank = -1;
  #nextPiece = 0;
  #offset = 0;
  #started = false;
  #refused = 0;

  constructor(module: WebAssembly.Module, options: FilterMatrixOptions) {
    const { inputs, maxOutputs, sets, sampleRateHz } = options;
    this.#options = options;
    this.plan = planPartitions(options);
    this.#kernel = instantiate<MatrixExports>(module);
    const { exports, memory } = this.#kernel;
    for (const { block, count, dueQuanta } of this.plan) exports.matrixAddStage(block, count, dueQuanta);
    const fadeSamples = Math.round(FADE_SECONDS * sampleRateHz);
    const banks = sets + SPARE_BANKS;
    exports.matrixConfigure(inputs, maxOutputs, sets, banks, fadeSamples, Number(isMidSide(inputs)));
    const samples = (address: number) => new Float32Array(memory.buffer, address, QUANTUM);
    this.#inputs = Array.from({ length: inputs }, (_, i) => samples(exports.matrixInput(i)));
    this.#outputs = Array.from({ length: maxOutputs }, (_, o) => samples(exports.matrixOutput(o)));
    this.#memory = new Float32Array(memory.buffer);
    this.#words = new Int32Array(memory.buffer);
    this.#waiting = Array.from({ length: sets }, () => null);
    this.#gains = Array.from({ length: sets }, () => 1);
  }

  /** Input samples so far that were not finite and counted as 0. */
  get inputFaults(): number {
    return this.#kernel.exports.matrixInputFaults();
  }

  /** Output samples so far that were not finite and left as 0. */
  get outputFaults(): number {
    return this.#kernel.exports.matrixOutputFaults();
  }

  /** Sets so far whose spectra turned out not to be finite while they were copied; the old ones stayed. */
  get refusedSets(): number {
    return this.#refused;
  }

  /** Linear gain of the set that is selected. */
  get gain(): number {
    return this.#gains[this.#selected]!;
  }

  /** Whether the newest wishes are what is heard, with no fade or copy under way. */
  get isSettled(): boolean {
    const idle = this.#delivery === null && this.#waiting.every((delivery) => delivery === null);
    return idle && this.#kernel.exports.matrixSettled() !== 0;
  }

  /**
   * Gives a set new filters, and a gain with them. They are copied during the next calls of `process`, a piece in each (at
   * once before the first call); until then the set keeps what it has. Of filters that wait, the newest win.
   * @throws FilterError when they do not fit this matrix
   */
  setFilters(set: number, prepared: PreparedFilters, gain?: number): void {
    this.#refuseSet(set);
    refuseUnfit(prepared, { ...this.#options, plan: this.plan });
    const { spectra } = prepared;
    const length = Math.max(SMALLEST_PIECE, 4 * Math.ceil(spectra.length / PIECES / 4));
    const pieces = Array.from({ length: Math.ceil(spectra.length / length) }, (_, piece) =>
      spectra.subarray(piece * length, (piece + 1) * length),
    );
    if (gain !== undefined) {
      refuseGain(gain);
      this.#gains[set] = gain;
    }
    this.#waiting[set] = { set, prepared, pieces, gain: this.#gains[set]! };
    if (this.#started) return;
    while (this.#waiting[set] !== null || this.#delivery !== null) this.#deliver();
  }

  /** Moves a set's gain (linear), over 20 ms when it is heard. */
  setGain(set: number, gain: number): void {
    this.#refuseSet(set);
    refuseGain(gain);
    this.#gains[set] = gain;
    this.#kernel.exports.matrixSetGain(set, gain);
    const waiting = this.#waiting[set];
    if (waiting) waiting.gain = gain;
    if (this.#delivery?.set === set) this.#delivery.gain = gain;
  }

  /** Chooses the set that is heard. */
  select(set: number): void {
    this.#refuseSet(set);
    this.#kernel.exports.matrixSelect(set);
    this.#selected = set;
  }

  /** Where an input's next samples go (QUANTUM of them at most). Its contents are not kept by `process`. */
  input(index: number): Float32Array {
    return this.#inputs[index]!;
  }

  /** Where an output's samples are after `process`. Outputs that the set does not have are silent. */
  output(index: number): Float32Array {
    return this.#outputs[index]!;
  }

  /** `frames` ≤ QUANTUM samples of every input → as many of every output. */
  process(frames = QUANTUM): void {
    this.#started = true;
    this.#deliver();
    this.#kernel.exports.matrixProcess(frames);
  }

  /** Forgets all that was heard; sets, selection and gains stay. */
  reset(): void {
    this.#kernel.exports.matrixReset();
    this.#started = false;
  }

  /** Runs silence through a full set of filters, so that the engine has compiled everything before the first sound. */
  warmUp(calls = 300): void {
    const { inputs, maxOutputs } = this.#options;
    const rows = Array.from({ length: maxOutputs }, (_, output) => output);
    const groups = rows.flatMap((row) => (row % 4 === 0 ? [Math.min(4, maxOutputs - row), 0, inputs] : []));
    const header = [maxOutputs, maxOutputs, groups.length / 3, ...this.plan.map(({ count }) => count)];
    const { exports } = this.#kernel;
    for (const bank of [0, 1]) {
      const at = exports.matrixBankHeader(bank) / 4;
      this.#words.set([...header, ...groups, ...rows, ...rows.map(() => -1)], at);
    }
    for (let call = 0; call < calls; call++) {
      if (call % 50 === 0) exports.matrixAssign(0, (call / 50) % 2, 1);
      exports.matrixProcess(QUANTUM);
    }
    exports.matrixForget();
    this.reset();
  }

  #refuseSet(set: number): void {
    const { sets } = this.#options;
    if (!Number.isInteger(set) || set < 0 || set >= sets)
      throw new FilterError('shape', 'set', set, `0 to ${sets - 1}`);
  }

  /** Copies the next piece of what is under way, or begins with what waits. */
  #deliver(): void {
    if (this.#delivery === null) this.#begin();
    const delivery = this.#delivery;
    if (delivery === null) return;
    const { exports } = this.#kernel;
    if (this.#nextPiece < delivery.pieces.length) {
      const piece = delivery.pieces[this.#nextPiece]!;
      this.#memory.set(piece, this.#offset);
      const isSane = exports.matrixAreSane(4 * this.#offset, piece.length) !== 0;
      this.#offset += piece.length;
      this.#nextPiece++;
      if (!isSane) {
        this.#refused++;
        this.#delivery = null;
        return;
      }
    }
    if (this.#nextPiece < delivery.pieces.length) return;
    exports.matrixAssign(delivery.set, this.#bank, delivery.gain);
    this.#delivery = null;
  }

  #begin(): void {
    for (let set = 0; set < this.#waiting.length; set++) {
      const delivery = this.#waiting[set]!;
      if (delivery === null) continue;
      const { exports } = this.#kernel;
      this.#bank = exports.matrixFreeBank();
      if (this.#bank < 0) return;
      this.#waiting[set] = null;
      this.#delivery = delivery;
      this.#nextPiece = 0;
      this.#offset = exports.matrixBankSpectra(this.#bank) / 4;
      this.#words.set(delivery.prepared.header, exports.matrixBankHeader(this.#bank) / 4);
      return;
    }
  }
}

function refuseGain(gain: number): void {
  if (!(gain >= 0 && gain <= LARGEST_GAIN))
    throw new FilterError('not-finite', 'gain', gain, `0 to ${LARGEST_GAIN}`);
}
