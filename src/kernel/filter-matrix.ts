import { FilterError } from './filter-error.ts';
import { isMidSide } from './filter-rows.ts';
import { planLatency, planPartitions, QUANTUM } from './partition-plan.ts';
import type { MatrixShape, PartitionStage } from './partition-plan.ts';
import type { FilterHeader, PreparedFilters } from './prepare-filters.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { instantiate } from './wasm-instance.ts';
import type { KernelInstance } from './wasm-instance.ts';

export interface FilterMatrixOptions extends MatrixShape {
  /** Sets of filters that can be chosen from. */
  readonly sets: number;
  readonly sampleRateHz: number;
  /** The memory of a module whose memory comes from outside: another thread may write filters into it. */
  readonly memory?: WebAssembly.Memory;
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
  matrixSetGain(set: number, gain: number, samples: number): void;
  matrixSettled(): number;
  matrixReset(): void;
  matrixProcess(frames: number): void;
}

/** A set's new filters on their way into the kernel's memory. */
interface Delivery {
  readonly set: number;
  readonly bank: number;
  readonly end: number;
  gain: number;
  /** Where the next floats go, as an index into the memory. */
  next: number;
}

const FADE_SECONDS = 0.02;
/** Far below where Float32 can no longer count the samples of a ramp. */
const LONGEST_RAMP_SECONDS = 60;
/** +60 dB. */
const LARGEST_GAIN = 1000;
/** Banks beyond one per set: two voices may still play filters that have been replaced, and one is being filled. */
const SPARE_BANKS = 3;

/**
 * Partitioned FIR matrix with several sets of filters, one of them heard [overlap-save with growing partitions].
 *
 * `process` never allocates, copies filters or throws. Its outputs are those of the same call's inputs: the matrix itself
 * has no latency, unless it may be late. A change of set, of a set's filters (both 20 ms raised-cosine crossfades, gains summing to one) or of a
 * set's gain never clicks; while one crossfade runs, the newest of further wishes waits for its end. The spectra of the
 * inputs are kept for all sets, so a set is exact from its first sample; the later partitions of a set that is not heard
 * are computed once it is chosen: the crossfade starts after at most 1.5 blocks of its longest partition and the quanta in
 * which what is due of a block is spread.
 */
export class FilterMatrix {
  /** Samples by which the outputs are late: none, unless they may be. */
  readonly latencySamples: number;
  readonly plan: readonly PartitionStage[];
  readonly #options: FilterMatrixOptions;
  readonly #kernel: KernelInstance<MatrixExports>;
  readonly #inputs: Float32Array[];
  readonly #outputs: Float32Array[];
  readonly #memory: Float32Array;
  readonly #words: Int32Array;
  readonly #gains: number[];
  #selected = 0;
  #delivery: Delivery | null = null;

  constructor(module: WebAssembly.Module, options: FilterMatrixOptions) {
    const { inputs, maxOutputs, sets, sampleRateHz } = options;
    this.#options = options;
    this.plan = planPartitions(options);
    this.latencySamples = planLatency(this.plan);
    this.#kernel = instantiate<MatrixExports>(module, options.memory);
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

  /** Linear gain of the set that is selected. */
  get gain(): number {
    return this.#gains[this.#selected]!;
  }

  /** Whether the newest wishes are what is heard, with no fade or delivery under way. */
  get isSettled(): boolean {
    return this.#delivery === null && this.#kernel.exports.matrixSettled() !== 0;
  }

  /**
   * Gives a set new filters, and a gain with them, all at once: copying takes its time.
   * @throws FilterError when they do not fit this matrix or are not finite; the set keeps what it has
   */
  setFilters(set: number, prepared: PreparedFilters, gain?: number): void {
    this.beginFilters(set, prepared, prepared.spectra.length, gain);
    this.takeSpectra(prepared.spectra);
  }

  /**
   * The same in pieces: `takeSpectra` follows until all is there, then the set has the new filters. A delivery that is
   * under way is dropped.
   * @param length floats of the spectra
   * @returns where the spectra go, as an index of floats into the memory
   * @throws FilterError when they do not fit this matrix
   */
  beginFilters(set: number, header: FilterHeader, length: number, gain?: number): number {
    this.#refuseSet(set);
    refuseUnfit(header, length, { ...this.#options, plan: this.plan });
    if (gain !== undefined) refuseGain(gain);
    const { exports } = this.#kernel;
    const bank = exports.matrixFreeBank();
    const next = exports.matrixBankSpectra(bank) / 4;
    this.#words.set(header.header, exports.matrixBankHeader(bank) / 4);
    this.#delivery = { set, bank, next, end: next + length, gain: gain ?? this.#gains[set]! };
    return next;
  }

  /**
   * The next spectra of the delivery that is under way.
   * @param spectra themselves, or how many have been written into the memory
   * @returns how many are still to come
   * @throws FilterError when they are not finite; the delivery is dropped, the set keeps what it has
   */
  takeSpectra(spectra: Float32Array | number): number {
    const delivery = this.#delivery;
    if (delivery === null) return 0;
    const count = typeof spectra === 'number' ? spectra : spectra.length;
    const left = delivery.end - delivery.next;
    if (!(count >= 0 && count <= left && count % 4 === 0)) {
      this.#delivery = null;
      throw new FilterError('shape', 'spectra.length', count, `a multiple of four up to ${left}`);
    }
    if (typeof spectra !== 'number') this.#memory.set(spectra, delivery.next);
    const { exports } = this.#kernel;
    if (exports.matrixAreSane(4 * delivery.next, count) === 0) {
      this.#delivery = null;
      throw new FilterError('not-finite', 'spectra', 'others', 'finite numbers');
    }
    delivery.next += count;
    if (delivery.next === delivery.end) {
      exports.matrixAssign(delivery.set, delivery.bank, delivery.gain);
      this.#gains[delivery.set] = delivery.gain;
      this.#delivery = null;
    }
    return delivery.end - delivery.next;
  }

  /** Moves a set's gain (linear), over 20 ms when it is heard; over longer where it is to go unnoticed, heard or not. */
  setGain(set: number, gain: number, seconds = 0): void {
    this.#refuseSet(set);
    refuseGain(gain);
    this.#gains[set] = gain;
    if (this.#delivery?.set === set) this.#delivery.gain = gain;
    const samples = Math.round(Math.min(LONGEST_RAMP_SECONDS, seconds) * this.#options.sampleRateHz);
    this.#kernel.exports.matrixSetGain(set, gain, samples);
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
    this.#kernel.exports.matrixProcess(frames);
  }

  /** Forgets all that was heard; sets, selection and gains stay. */
  reset(): void {
    this.#kernel.exports.matrixReset();
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
}

function refuseGain(gain: number): void {
  if (!(gain >= 0 && gain <= LARGEST_GAIN))
    throw new FilterError('not-finite', 'gain', gain, `0 to ${LARGEST_GAIN}`);
}
