import { fftPlan, type FftPlan } from '../src/design/fft.ts';
import type { Firs } from '../src/kernel/filter-rows.ts';
import { QUANTUM, stageOffsets, type PartitionStage } from '../src/kernel/partition-plan.ts';

/** Half spectra of real signals: bins 0 … B of a transform of 2B points. */
interface Half {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const half = (block: number): Half => ({ re: new Float64Array(block + 1), im: new Float64Array(block + 1) });

/** Spectra of two real signals by one complex transform, the first as its real part, the second as its imaginary part. */
function splitPair(re: Float64Array, im: Float64Array, first: Half, second: Half): void {
  const size = re.length;
  for (let k = 0; k <= size / 2; k++) {
    const m = (size - k) % size;
    first.re[k] = (re[k]! + re[m]!) / 2;
    first.im[k] = (im[k]! - im[m]!) / 2;
    second.re[k] = (im[k]! + im[m]!) / 2;
    second.im[k] = (re[m]! - re[k]!) / 2;
  }
}

function joinPair(first: Half, second: Half, re: Float64Array, im: Float64Array): void {
  const size = re.length;
  for (let k = 0; k <= size / 2; k++) {
    const m = (size - k) % size;
    re[k] = first.re[k]! - second.im[k]!;
    im[k] = first.im[k]! + second.re[k]!;
    re[m] = first.re[k]! + second.im[k]!;
    im[m] = second.re[k]! - first.im[k]!;
  }
}

function addProduct(x: Half, h: Half, sum: Half): void {
  const { re: xr, im: xi } = x;
  const { re: hr, im: hi } = h;
  const { re, im } = sum;
  for (let k = 0; k < re.length; k++) {
    re[k]! += xr[k]! * hr[k]! - xi[k]! * hi[k]!;
    im[k]! += xr[k]! * hi[k]! + xi[k]! * hr[k]!;
  }
}

class PlainStage {
  private readonly plan: FftPlan;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  /** [input][partition], a ring. */
  private readonly history: Half[][];
  /** [input][output][partition] */
  private readonly filters: Half[][][];
  private readonly sums: Half[];
  private newest = 0;

  constructor(
    private readonly set: Firs,
    readonly block: number,
    private readonly partitions: number,
    private readonly offset: number,
  ) {
    const { inputs, outputs } = set;
    this.plan = fftPlan(2 * block);
    this.re = new Float64Array(2 * block);
    this.im = new Float64Array(2 * block);
    const list = <T>(count: number, make: (index: number) => T) =>
      Array.from({ length: count }, (_, i) => make(i));
    this.history = list(inputs + (inputs % 2), () => list(partitions, () => half(block)));
    this.sums = list(outputs + (outputs % 2), () => half(block));
    this.filters = list(inputs, (i) => list(outputs, (o) => list(partitions, (p) => this.filter(i, o, p))));
  }

  private filter(input: number, output: number, partition: number): Half {
    const { outputs, taps, firs } = this.set;
    const at = (input * outputs + output) * taps;
    const start = this.offset + partition * this.block;
    const part = firs.subarray(at + Math.min(taps, start), at + Math.min(taps, start + this.block));
    this.re.fill(0);
    this.im.fill(0);
    part.forEach((tap, t) => (this.re[t] = tap / this.re.length));
    this.plan.forward(this.re, this.im);
    return { re: this.re.slice(0, this.block + 1), im: this.im.slice(0, this.block + 1) };
  }

  /** @param recent last 2B samples of each input @param emit given an output and its B samples */
  run(recent: readonly Float64Array[], emit: (output: number, samples: Float64Array) => void): void {
    const { inputs, outputs } = this.set;
    this.newest = (this.newest + 1) % this.partitions;
    for (let i = 0; i < inputs; i += 2) {
      this.re.set(recent[i]!);
      if (i + 1 < inputs) this.im.set(recent[i + 1]!);
      else this.im.fill(0);
      this.plan.forward(this.re, this.im);
      splitPair(this.re, this.im, this.history[i]![this.newest]!, this.history[i + 1]![this.newest]!);
    }
    for (let o = 0; o < outputs; o++) {
      const sum = this.sums[o]!;
      sum.re.fill(0);
      sum.im.fill(0);
      for (let i = 0; i < inputs; i++) {
        for (let p = 0; p < this.partitions; p++) {
          const slot = (this.newest - p + this.partitions) % this.partitions;
          addProduct(this.history[i]![slot]!, this.filters[i]![o]![p]!, sum);
        }
      }
    }
    for (let o = 0; o < outputs; o += 2) {
      joinPair(this.sums[o]!, this.sums[o + 1]!, this.re, this.im);
      this.plan.inverse(this.re, this.im);
      emit(o, this.re.subarray(this.block));
      if (o + 1 < outputs) emit(o + 1, this.im.subarray(this.block));
    }
  }
}

/**
 * A rival: the same partitions in plain JavaScript and Float64, two real signals to a complex transform; the work of a
 * long block done at once where it ends.
 */
export class PlainMatrix {
  private readonly stages: PlainStage[];
  private readonly offsets: number[];
  private readonly recent: Float64Array[];
  private readonly coming: Float64Array[];
  private readonly longest: number;
  private time = 0;
  /** End of what has arrived, in `recent`. */
  private end = 0;

  constructor(
    private readonly set: Firs,
    plan: readonly PartitionStage[],
  ) {
    this.offsets = stageOffsets(plan);
    this.stages = plan.map(({ block, count }, s) => new PlainStage(set, block, count, this.offsets[s]!));
    this.longest = plan.at(-1)!.block;
    this.recent = Array.from({ length: set.inputs }, () => new Float64Array(4 * this.longest));
    this.end = 2 * this.longest;
    this.coming = Array.from({ length: set.outputs }, () => new Float64Array(4 * this.longest));
  }

  process(inputs: readonly Float32Array[], outputs: readonly Float32Array[]): void {
    if (this.end === 4 * this.longest) {
      for (const history of this.recent) history.copyWithin(0, 2 * this.longest);
      this.end = 2 * this.longest;
    }
    this.recent.forEach((history, i) => history.set(inputs[i]!, this.end));
    this.end += QUANTUM;
    this.time += QUANTUM;
    this.stages.forEach((stage, s) => {
      if (this.time % stage.block !== 0) return;
      const recent = this.recent.map((history) => history.subarray(this.end - 2 * stage.block, this.end));
      stage.run(recent, (o, samples) => this.add(o, this.time - stage.block + this.offsets[s]!, samples));
    });
    const start = this.time - QUANTUM;
    for (let o = 0; o < this.set.outputs; o++) {
      const ring = this.coming[o]!;
      const at = start % ring.length;
      outputs[o]!.set(ring.subarray(at, at + QUANTUM));
      ring.fill(0, at, at + QUANTUM);
    }
  }

  private add(output: number, start: number, samples: Float64Array): void {
    const ring = this.coming[output]!;
    for (let n = 0; n < samples.length; n++) ring[(start + n) % ring.length]! += samples[n]!;
  }
}
