import { passCount } from './fft';
import { multiply, multiplyFrom, multiplyInto } from './matrix-multiply';
import { inputCount, outputCount } from './matrix-shape';
import { Stage } from './matrix-stage';
import { Voice } from './matrix-voice';
import { allocate } from './memory';

// A stage behind the first: its block is longer than a quantum, and what it makes of a block is due one block later. The
// work is a list of small tasks, run in order, as many per quantum as keep the rest evenly spread until the block's end.

const TRANSFORM: i32 = 0;
const MULTIPLY: i32 = 1;
const COMBINE: i32 = 2;
const INVERT: i32 = 3;

/** One product of four bins is the unit of cost; a transform's pass costs this much per four points. */
const PASS_COST: f64 = 1.4;
const TASK_COST: i32 = 2400;
/** Blocks to this length are transformed in one task. */
const WHOLE_BLOCK: i32 = 1024;
const ALL_PASSES: i32 = -1;

// A task: kind, voice, its id, three arguments, cost.
const TASK_BYTES: usize = 28;

export class Tail {
  private tasks: usize;
  private capacity: i32;
  private count: i32 = 0;
  private next: i32 = 0;
  private costLeft: i32 = 0;
  private quantaLeft: i32 = 0;
  /** Where in the input history the block in work starts. */
  private blockStart: i32 = 0;
  private passes: i32;
  private transformCost: i32;

  constructor(
    private index: i32,
    private stage: Stage,
    private voices: StaticArray<Voice>,
    private blocks: StaticArray<i32>,
  ) {
    this.passes = passCount(stage.block);
    this.transformCost = <i32>(PASS_COST * <f64>stage.cells);
    const perRow = this.passes + 3 + (stage.cells * inputCount() * stage.partitions) / TASK_COST + 2;
    // A voice that joins within a block appends its own work to that of the two that may be there.
    this.capacity = inputCount() * (this.passes + 1) + 4 * outputCount() * perRow;
    this.tasks = allocate(<usize>this.capacity * TASK_BYTES);
  }

  get boundary(): bool {
    return this.quantaLeft == 0;
  }

  /** Whether a voice that joins now can be ready at the next boundary without crowding its quanta. */
  get joinable(): bool {
    return 2 * this.quantaLeft >= this.stage.quanta;
  }

  reset(): void {
    this.count = 0;
    this.next = 0;
    this.costLeft = 0;
    this.quantaLeft = 0;
    this.stage.reset();
  }

  /** Starts the work on the block that ends where the quantum at `quantumStart` begins. */
  begin(quantumStart: i32): void {
    this.stage.advance();
    this.blockStart = quantumStart - this.stage.block;
    this.quantaLeft = this.stage.quanta;
    this.count = 0;
    this.next = 0;
    this.costLeft = 0;
    for (let input = 0; input < inputCount(); input++) this.addTransform(TRANSFORM, -1, input, 1);
  }

  /** Adds what a voice needs of this block. */
  join(v: i32): void {
    const bank = unchecked(this.voices[v]).bank!;
    const partitions = bank.partitions(this.index);
    if (partitions == 0) return;
    for (let group = 0; group < bank.groups; group++) {
      const perCell = bank.groupRows(group) * bank.groupInputs(group) * partitions;
      const step = max(4, TASK_COST / perCell);
      for (let from = 0; from < this.stage.cells; from += step) {
        const to = min(from + step, this.stage.cells);
        this.add(MULTIPLY, v, group, from, to, perCell * (to - from));
      }
    }
    for (let row = 0; row < bank.rows; row++) {
      if (bank.rowDifference(row) >= 0) this.add(COMBINE, v, row, 0, 0, this.stage.cells);
    }
    for (let row = 0; row < bank.rows; row++) this.addTransform(INVERT, v, row, 1);
  }

  /** One quantum's share of the work. */
  run(): void {
    const share = this.quantaLeft <= 1 ? i32.MAX_VALUE : this.costLeft / this.quantaLeft;
    this.quantaLeft--;
    let spent = 0;
    while (this.next < this.count) {
      const task = this.tasks + <usize>this.next * TASK_BYTES;
      const cost = load<i32>(task, 24);
      if (spent + (cost >> 1) > share) break;
      this.perform(task);
      spent += cost;
      this.next++;
    }
    this.costLeft -= spent;
  }

  private addTransform(kind: i32, v: i32, which: i32, extra: i32): void {
    const cost = this.transformCost;
    if (this.stage.block <= WHOLE_BLOCK) {
      this.add(kind, v, which, ALL_PASSES, 0, cost * (this.passes + extra));
      return;
    }
    for (let pass = 0; pass < this.passes; pass++) this.add(kind, v, which, pass, 0, cost);
  }

  private add(kind: i32, v: i32, a: i32, b: i32, c: i32, cost: i32): void {
    if (this.count == this.capacity) return;
    const task = this.tasks + <usize>this.count * TASK_BYTES;
    this.count++;
    store<i32>(task, kind);
    store<i32>(task, v, 4);
    store<i32>(task, v < 0 ? 0 : unchecked(this.voices[v]).id, 8);
    store<i32>(task, a, 12);
    store<i32>(task, b, 16);
    store<i32>(task, c, 20);
    store<i32>(task, cost, 24);
    this.costLeft += cost;
  }

  private perform(task: usize): void {
    const kind = load<i32>(task);
    const a = load<i32>(task, 12);
    const b = load<i32>(task, 16);
    if (kind == TRANSFORM) {
      this.transform(a, b);
      return;
    }
    const voice = unchecked(this.voices[load<i32>(task, 4)]);
    if (voice.id != load<i32>(task, 8)) return;
    if (kind == MULTIPLY) this.multiply(voice, a, b, load<i32>(task, 20));
    else if (kind == COMBINE) this.stage.combine(a, voice.bank!.rowDifference(a));
    else this.invert(voice, a, b);
  }

  private transform(input: i32, pass: i32): void {
    if (pass <= 0) this.stage.loadBlock(input, this.blockStart);
    if (pass == ALL_PASSES) this.stage.transform(input);
    else this.stage.transformPass(input, pass);
  }

  private multiply(voice: Voice, group: i32, from: i32, to: i32): void {
    const bank = voice.bank!;
    const stage = this.stage;
    let row = 0;
    for (let g = 0; g < group; g++) row += bank.groupRows(g);
    const history = stage.history + <usize>bank.groupFirstInput(group) * stage.inputBytes;
    multiplyFrom(history, stage.inputBytes, stage.slotBytes, stage.partitions, stage.newest);
    multiplyInto(stage.row(row), stage.rowBytes);
    const filters = bank.filters(this.index, group, this.blocks);
    multiply(filters, bank.groupRows(group), bank.groupInputs(group), bank.partitions(this.index), from, to);
  }

  private invert(voice: Voice, row: i32, pass: i32): void {
    if (pass == ALL_PASSES) this.stage.invert(row);
    else this.stage.invertPass(row, pass);
    if (pass != ALL_PASSES && pass != this.passes - 1) return;
    this.stage.unload(row, voice.comingAddress(this.index, voice.bank!.rowOutput(row)));
  }
}
