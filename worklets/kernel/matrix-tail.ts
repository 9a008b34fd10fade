import { Bank } from './matrix-bank';
import { multiply, multiplyFrom, multiplyInto, multiplyNewest } from './matrix-multiply';
import { inputCount, outputCount } from './matrix-shape';
import { Stage } from './matrix-stage';
import { Voice } from './matrix-voice';
import { allocate } from './memory';

// A stage behind the first: its block is longer than a quantum. Once a block is complete, its transforms, its products
// with the first partition and the way back are due within a few quanta; then, until the next block is complete, what the
// blocks so far contribute to that one is summed ahead. The work is a list of small tasks, run in order, as many per
// quantum as keep the rest evenly spread.

const TRANSFORM: i32 = 0;
const MULTIPLY_NEWEST: i32 = 1;
const INVERT: i32 = 2;
const MULTIPLY_AHEAD: i32 = 3;

/** One product of four bins is the unit of cost; a transform's pass costs this much per four points. */
const PASS_COST: f64 = 2.2;
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
  /** Tasks from the first that are due soon. */
  private dueCount: i32 = 0;
  private next: i32 = 0;
  private dueCostLeft: i32 = 0;
  private costLeft: i32 = 0;
  /** Quanta since the last block was complete. */
  private elapsed: i32 = 0;
  /** Where in the input history the block in work starts. */
  private blockStart: i32 = 0;
  private transformCost: i32;
  /** Per voice, id of the bank whose sums will be complete with the next block; that is due; that is heard. */
  private joined: StaticArray<i32> = new StaticArray<i32>(2);
  private due: StaticArray<i32> = new StaticArray<i32>(2);
  private heard: StaticArray<i32> = new StaticArray<i32>(2);

  /** @param dueQuanta quanta over which what is due of a block is spread */
  constructor(
    private index: i32,
    private stage: Stage,
    private dueQuanta: i32,
    private partitions: i32,
    private voices: StaticArray<Voice>,
    private blocks: StaticArray<i32>,
  ) {
    this.transformCost = <i32>(PASS_COST * <f64>stage.cells);
    const perRow = 2 * (stage.passes + 3 + (stage.cells * inputCount() * partitions) / TASK_COST + 2);
    // A voice that joins within a block appends its own work to that of the two that may be there.
    this.capacity = inputCount() * (stage.passes + 1) + 4 * outputCount() * perRow;
    this.tasks = allocate(<usize>this.capacity * TASK_BYTES);
    this.forget();
  }

  /** Whether a voice that joins now can catch up by the next block's end at twice the pace of a full set or less. */
  isJoinable(bank: Bank): bool {
    const left = this.stage.quanta - 1 - this.elapsed;
    return 2 * left * this.partitions >= this.stage.quanta * (bank.partitions(this.index) - 1);
  }

  /** Whether results of the voice's present bank are heard from now on. */
  isReady(v: i32): bool {
    return unchecked(this.heard[v]) == unchecked(this.voices[v]).id;
  }

  reset(): void {
    this.clear();
    this.elapsed = 0;
    this.stage.reset();
    this.forget();
  }

  private forget(): void {
    for (let v = 0; v < 2; v++) {
      this.joined[v] = -1;
      this.due[v] = -1;
      this.heard[v] = -1;
    }
  }

  private clear(): void {
    this.count = 0;
    this.dueCount = 0;
    this.next = 0;
    this.dueCostLeft = 0;
    this.costLeft = 0;
  }

  /** Adds what a voice needs of the blocks so far; too late for that, it joins with the next block. */
  join(v: i32): void {
    const voice = unchecked(this.voices[v]);
    const bank = voice.bank!;
    const ahead = bank.partitions(this.index) - 1;
    if (ahead > 0 && this.elapsed == this.stage.quanta - 1) return;
    unchecked((this.joined[v] = voice.id));
    for (let group = 0; ahead > 0 && group < bank.groups; group++) {
      this.addProducts(MULTIPLY_AHEAD, v, group, ahead);
    }
  }

  /** One quantum's share of the work, after the quantum that ends at `position` of the input history. */
  run(position: i32): void {
    this.elapsed++;
    if (this.elapsed == this.stage.quanta) this.begin(position);
    const dueRuns = this.dueQuanta - this.elapsed;
    let share = this.costLeft / (this.stage.quanta - this.elapsed);
    if (dueRuns > 0) share = max(share, this.dueCostLeft / dueRuns);
    this.perform(share, dueRuns == 1, this.elapsed == this.stage.quanta - 1);
    if (dueRuns == 1) this.turn();
  }

  /** Starts the work on the block that ends at `position`. */
  private begin(position: i32): void {
    this.stage.advance();
    this.blockStart = position - this.stage.block;
    this.elapsed = 0;
    this.clear();
    for (let input = 0; input < inputCount(); input++) this.addTransform(TRANSFORM, -1, input);
    for (let v = 0; v < 2; v++) {
      const voice = unchecked(this.voices[v]);
      const isDue = voice.bank != null && unchecked(this.joined[v]) == voice.id;
      unchecked((this.due[v] = isDue ? voice.id : -1));
      if (isDue) this.addDue(v);
    }
    this.dueCount = this.count;
    this.dueCostLeft = this.costLeft;
    for (let v = 0; v < 2; v++) {
      if (unchecked(this.voices[v]).bank != null) this.join(v);
    }
  }

  /** What was due is made: it is heard from the next quantum on. */
  private turn(): void {
    for (let v = 0; v < 2; v++) {
      unchecked(this.voices[v]).turn(this.index);
      unchecked((this.heard[v] = unchecked(this.due[v])));
    }
  }

  private addDue(v: i32): void {
    const bank = unchecked(this.voices[v]).bank!;
    if (bank.partitions(this.index) == 0) return;
    for (let group = 0; group < bank.groups; group++) this.addProducts(MULTIPLY_NEWEST, v, group, 1);
    for (let row = 0; row < bank.rows; row++) this.addTransform(INVERT, v, row);
  }

  private addProducts(kind: i32, v: i32, group: i32, partitions: i32): void {
    const bank = unchecked(this.voices[v]).bank!;
    const perCell = bank.groupRows(group) * bank.groupInputs(group) * partitions;
    const step = max(4, TASK_COST / perCell);
    for (let from = 0; from < this.stage.cells; from += step) {
      const to = min(from + step, this.stage.cells);
      this.add(kind, v, group, from, to, perCell * (to - from));
    }
  }

  private addTransform(kind: i32, v: i32, which: i32): void {
    const cost = this.transformCost;
    const passes = this.stage.passes;
    if (this.stage.block <= WHOLE_BLOCK) {
      this.add(kind, v, which, ALL_PASSES, 0, cost * passes);
      return;
    }
    for (let pass = 0; pass < passes; pass++) this.add(kind, v, which, pass, 0, cost);
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

  /** Runs tasks up to a share of cost; all that are due, or all there are, where that must be done now. */
  private perform(share: i32, allDue: bool, all: bool): void {
    let spent = 0;
    while (this.next < this.count) {
      const task = this.tasks + <usize>this.next * TASK_BYTES;
      const cost = load<i32>(task, 24);
      const isDue = this.next < this.dueCount;
      if (spent + (cost >> 1) > share && !all && !(allDue && isDue)) break;
      this.do(task);
      spent += cost;
      if (isDue) this.dueCostLeft -= cost;
      this.next++;
    }
    this.costLeft -= spent;
  }

  private do(task: usize): void {
    const kind = load<i32>(task);
    const a = load<i32>(task, 12);
    const b = load<i32>(task, 16);
    if (kind == TRANSFORM) {
      if (b == ALL_PASSES) this.stage.transform(a, this.blockStart);
      else this.stage.transformPass(a, this.blockStart, b);
      return;
    }
    const voice = unchecked(this.voices[load<i32>(task, 4)]);
    if (voice.id != load<i32>(task, 8)) return;
    if (kind == INVERT) this.invert(voice, a, b);
    else this.multiply(kind, voice, a, b, load<i32>(task, 20));
  }

  private multiply(kind: i32, voice: Voice, group: i32, from: i32, to: i32): void {
    const bank = voice.bank!;
    const stage = this.stage;
    let row = 0;
    for (let g = 0; g < group; g++) row += bank.groupRows(g);
    const history = stage.history + <usize>bank.groupFirstInput(group) * stage.inputBytes;
    multiplyFrom(history, stage.inputBytes, stage.slotBytes, stage.slots, stage.newest);
    multiplyInto(voice.row(this.index, row), stage.rowBytes);
    const rows = bank.groupRows(group);
    const inputs = bank.groupInputs(group);
    const partitions = bank.partitions(this.index);
    if (kind == MULTIPLY_AHEAD) {
      const filters = bank.laterFilters(this.index, group, this.blocks);
      multiply(filters, rows, inputs, partitions - 1, from, to);
      return;
    }
    const filters = bank.filters(this.index, group, this.blocks);
    if (partitions == 1) multiply(filters, rows, inputs, 1, from, to);
    else multiplyNewest(filters, rows, inputs, from, to);
  }

  private invert(voice: Voice, row: i32, pass: i32): void {
    const sums = voice.row(this.index, row);
    const samples = voice.comingAddress(this.index, voice.bank!.rowOutput(row));
    if (pass == ALL_PASSES) this.stage.invert(sums, samples);
    else this.stage.invertPass(sums, samples, pass);
  }
}
