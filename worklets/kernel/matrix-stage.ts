import { forwardPass, inversePass, loadingPass, passCount, unloadingPass } from './fft';
import { NEGACYCLIC, prepareRoots } from './fft-roots';
import { historyAddress } from './matrix-input';
import { CELL_BYTES, inputCount, QUANTUM } from './matrix-shape';
import { allocate } from './memory';

/** Keeps neighbouring partitions of one bin out of the same cache sets. */
const PADDING_BYTES: usize = 64;

/**
 * One size of partition, and spectra of the inputs' last blocks.
 *
 * Overlap-save. Two neighbouring blocks of B samples become B complex points, previous + j·current; their negacyclic
 * product with a filter of B taps holds, in its imaginary part, the B samples that no wrap has touched.
 */
export class Stage {
  readonly quanta: i32;
  readonly cells: i32;
  readonly passes: i32;
  readonly slotBytes: usize;
  readonly inputBytes: usize;
  /** From one row of sums to the next. */
  readonly rowBytes: usize;
  readonly history: usize;
  newest: i32 = 0;

  /** @param slots blocks whose spectra are kept */
  constructor(
    readonly block: i32,
    readonly slots: i32,
  ) {
    prepareRoots(block, NEGACYCLIC);
    this.quanta = block / QUANTUM;
    this.cells = block >> 2;
    this.passes = passCount(block);
    this.slotBytes = <usize>this.cells * CELL_BYTES + PADDING_BYTES;
    this.inputBytes = <usize>slots * this.slotBytes;
    this.rowBytes = this.slotBytes;
    this.history = allocate(<usize>inputCount() * this.inputBytes);
  }

  reset(): void {
    memory.fill(this.history, 0, <usize>inputCount() * this.inputBytes);
  }

  /** Makes room for the next block in place of the oldest. */
  advance(): void {
    this.newest = this.newest + 1 >= this.slots ? 0 : this.newest + 1;
  }

  /** The newest spectrum of an input, or what becomes it. */
  private spectrum(input: i32): usize {
    return this.history + <usize>input * this.inputBytes + <usize>this.newest * this.slotBytes;
  }

  /** Transforms the block that starts at `index` of the input history with the one before it. */
  transform(input: i32, index: i32): void {
    for (let pass = 0; pass < this.passes; pass++) this.transformPass(input, index, pass);
  }

  transformPass(input: i32, index: i32, pass: i32): void {
    const spectrum = this.spectrum(input);
    if (pass == 0) {
      const previous = historyAddress(input, index, this.block);
      loadingPass(previous, historyAddress(input, index, 0), spectrum, this.block, NEGACYCLIC);
    } else forwardPass(spectrum, this.block, NEGACYCLIC, pass);
  }

  /** The block of samples of a row of sums, which are used up. */
  invert(row: usize, samples: usize): void {
    for (let pass = 0; pass < this.passes; pass++) this.invertPass(row, samples, pass);
  }

  invertPass(row: usize, samples: usize, pass: i32): void {
    if (pass < this.passes - 1) inversePass(row, this.block, NEGACYCLIC, pass);
    else unloadingPass(row, samples, this.block, NEGACYCLIC);
  }
}
