import { forward, forwardPass, inverse, inversePass } from './fft';
import { NEGACYCLIC, prepareRoots } from './fft-roots';
import { historyAddress } from './matrix-input';
import { CELL_BYTES, inputCount, outputCount, QUANTUM } from './matrix-shape';
import { allocate } from './memory';

/** Keeps neighbouring partitions of one bin out of the same cache sets. */
const PADDING_BYTES: usize = 64;

/**
 * One size of partition: spectra of the inputs' last blocks and room for the sums of all rows.
 *
 * Overlap-save. Two neighbouring blocks of B samples become B complex points, previous + j·current; their negacyclic
 * product with a filter of B taps holds, in its imaginary part, the B samples that no wrap has touched.
 */
export class Stage {
  readonly quanta: i32;
  readonly cells: i32;
  readonly slotBytes: usize;
  readonly inputBytes: usize;
  readonly rowBytes: usize;
  readonly history: usize;
  readonly rows: usize;
  newest: i32 = 0;

  constructor(
    readonly block: i32,
    readonly partitions: i32,
  ) {
    prepareRoots(block, NEGACYCLIC);
    this.quanta = block / QUANTUM;
    this.cells = block >> 2;
    this.slotBytes = <usize>this.cells * CELL_BYTES + PADDING_BYTES;
    this.inputBytes = <usize>partitions * this.slotBytes;
    this.rowBytes = this.slotBytes;
    this.history = allocate(<usize>inputCount() * this.inputBytes);
    this.rows = allocate(<usize>outputCount() * this.rowBytes);
  }

  reset(): void {
    memory.fill(this.history, 0, <usize>inputCount() * this.inputBytes);
  }

  /** Makes room for the next block in place of the oldest. */
  advance(): void {
    this.newest = this.newest + 1 == this.partitions ? 0 : this.newest + 1;
  }

  row(index: i32): usize {
    return this.rows + <usize>index * this.rowBytes;
  }

  /** The newest spectrum of an input, or what becomes it. */
  private spectrum(input: i32): usize {
    return this.history + <usize>input * this.inputBytes + <usize>this.newest * this.slotBytes;
  }

  /** Fetches the block that starts at `index` of the input history and the one before it. */
  loadBlock(input: i32, index: i32): void {
    const previous = historyAddress(input, index, this.block);
    const current = historyAddress(input, index, 0);
    const bytes = <usize>this.block << 2;
    let to = this.spectrum(input);
    for (let at: usize = 0; at < bytes; at += 16, to += CELL_BYTES) {
      v128.store(to, v128.load(previous + at));
      v128.store(to, v128.load(current + at), 16);
    }
  }

  transform(input: i32): void {
    forward(this.spectrum(input), this.block, NEGACYCLIC);
  }

  transformPass(input: i32, pass: i32): void {
    forwardPass(this.spectrum(input), this.block, NEGACYCLIC, pass);
  }

  invert(row: i32): void {
    inverse(this.row(row), this.block, NEGACYCLIC);
  }

  invertPass(row: i32, pass: i32): void {
    inversePass(this.row(row), this.block, NEGACYCLIC, pass);
  }

  /** Rows a, b → a + b, a − b. */
  combine(a: i32, b: i32): void {
    const first = this.row(a);
    const second = this.row(b);
    const bytes = <usize>this.cells * CELL_BYTES;
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = v128.load(first + at);
      const y = v128.load(second + at);
      v128.store(first + at, f32x4.add(x, y));
      v128.store(second + at, f32x4.sub(x, y));
    }
  }

  /** The samples of a row that has been inverted. */
  unload(row: i32, samples: usize): void {
    let from = this.row(row);
    const end = samples + (<usize>this.block << 2);
    for (let to = samples; to < end; to += 16, from += CELL_BYTES) v128.store(to, v128.load(from, 16));
  }
}
