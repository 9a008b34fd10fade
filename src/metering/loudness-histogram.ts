import { lufs, powerOf } from './lufs.ts';

/** Blocks below this are no programme. */
export const ABSOLUTE_GATE_LUFS = -70;
const BIN_LU = 0.01;
/** From the absolute gate up to +11.92 LUFS; a power of two, for the tree. */
const BINS = 8192;
const TOP_LUFS = ABSOLUTE_GATE_LUFS + BINS * BIN_LU;
const ABSOLUTE_GATE_POWER = powerOf(ABSOLUTE_GATE_LUFS);

/**
 * Blocks of a programme by their loudness, for gated means and percentiles over hours in fixed memory: counts and exact
 * powers in bins of 0.01 LU, summed in a tree from the loudest bin on [P. Fenwick, "A new data structure for cumulative
 * frequency tables", 1994], so that everything takes some dozen steps.
 *
 * Error: a relative gate takes effect at the lower edge of its bin, at most 0.01 LU below where it belongs; what is
 * within the gates is averaged exactly. A percentile is the middle of its bin, within 0.005 LU. Blocks above +11.92 LUFS
 * have that loudness in a percentile.
 *
 * Numbers come and go in arrays: on the audio thread one by itself may be an object on the heap.
 */
export class LoudnessHistogram {
  readonly #counts = new Float64Array(BINS + 1);
  readonly #powers = new Float64Array(BINS + 1);
  /** Of everything within a gate: count and sum of powers. */
  readonly #within = new Float64Array(2);

  clear(): void {
    this.#counts.fill(0);
    this.#powers.fill(0);
  }

  /** Counts a block of power `powers[at]`, unless the absolute gate keeps it out. */
  add(powers: Float64Array, at: number): void {
    const power = powers[at];
    if (!(power > ABSOLUTE_GATE_POWER)) return;
    for (let node = binOf(power) + 1; node <= BINS; node += node & -node) {
      this.#counts[node] += 1;
      this.#powers[node] += power;
    }
  }

  /**
   * Mean power, in LUFS, of the blocks within a gate that lies `gateLu` from the mean of all.
   * @returns into `result[at]`; −∞ where there are none
   */
  gatedMean(gateLu: number, result: Float64Array, at: number): void {
    this.#gate(gateLu);
    result[at] = lufs(this.#within[1] / this.#within[0]);
  }

  /**
   * Distance, LU, of two percentiles of the blocks within a gate, by nearest rank.
   * @param low share of the blocks, 0…1
   * @returns into `result[at]`; 0 where there are no blocks
   */
  gatedRange(gateLu: number, low: number, high: number, result: Float64Array, at: number): void {
    this.#gate(gateLu);
    const last = this.#within[0] - 1;
    result[at] = 0;
    if (last < 0) return;
    const lowBin = this.#binOfRank(last - Math.round(last * low));
    const highBin = this.#binOfRank(last - Math.round(last * high));
    result[at] = BIN_LU * (lowBin - highBin);
  }

  #gate(gateLu: number): void {
    this.#sumTo(BINS);
    if (this.#within[0] === 0) return;
    const gateLufs = lufs(this.#within[1] / this.#within[0]) + gateLu;
    this.#sumTo(binOf(powerOf(gateLufs)) + 1);
  }

  /** Sums the loudest `bins` bins. */
  #sumTo(bins: number): void {
    let count = 0;
    let power = 0;
    for (let node = bins; node > 0; node -= node & -node) {
      count += this.#counts[node];
      power += this.#powers[node];
    }
    this.#within[0] = count;
    this.#within[1] = power;
  }

  /** The bin of the block that so many are louder than. */
  #binOfRank(louder: number): number {
    let bin = 0;
    let left = louder;
    for (let size = BINS / 2; size > 0; size >>= 1) {
      if (this.#counts[bin + size] > left) continue;
      bin += size;
      left -= this.#counts[bin];
    }
    return bin;
  }
}

/** Bin 0 is the loudest. */
function binOf(power: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor((TOP_LUFS - lufs(power)) / BIN_LU)));
}
