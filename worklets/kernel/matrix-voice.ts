import { Bank } from './matrix-bank';
import { outputCount } from './matrix-shape';
import { Stage } from './matrix-stage';
import { allocate, allocateFloats } from './memory';

/**
 * A bank that is being computed: what is heard, or what is about to be. The first stage is computed from the spectra of
 * the inputs when it is heard; the results of the later stages are made before.
 */
export class Voice {
  bank: Bank | null = null;
  /** Changes with every bank, so that work left over from the last one is recognised. */
  id: i32 = 0;
  /** Rows of each stage. Behind the first, what the blocks so far contribute to the one to come is summed here. */
  private sums: StaticArray<usize>;
  /** Later stages' results: what plays now, and what plays next. */
  private playing: StaticArray<usize>;
  private coming: StaticArray<usize>;

  constructor(private stages: StaticArray<Stage>) {
    this.sums = new StaticArray<usize>(stages.length);
    this.playing = new StaticArray<usize>(stages.length);
    this.coming = new StaticArray<usize>(stages.length);
    for (let s = 0; s < stages.length; s++) {
      this.sums[s] = allocate(<usize>outputCount() * stages[s].rowBytes);
      if (s == 0) continue;
      this.playing[s] = allocateFloats(outputCount() * stages[s].block);
      this.coming[s] = allocateFloats(outputCount() * stages[s].block);
    }
  }

  start(bank: Bank): void {
    this.leave();
    bank.voices++;
    this.bank = bank;
    this.id++;
    for (let s = 1; s < this.stages.length; s++) {
      const stage = unchecked(this.stages[s]);
      // Stages whose filters are shorter than the matrix's leave their part untouched.
      memory.fill(unchecked(this.sums[s]), 0, <usize>outputCount() * stage.rowBytes);
      memory.fill(unchecked(this.playing[s]), 0, (<usize>(outputCount() * stage.block)) << 2);
      memory.fill(unchecked(this.coming[s]), 0, (<usize>(outputCount() * stage.block)) << 2);
    }
  }

  stop(): void {
    this.leave();
    this.bank = null;
    this.id++;
  }

  private leave(): void {
    const bank = this.bank;
    if (bank != null) bank.voices--;
  }

  /** What was made of a stage's last block is heard from now on. */
  turn(stage: i32): void {
    const made = unchecked(this.coming[stage]);
    unchecked((this.coming[stage] = this.playing[stage]));
    unchecked((this.playing[stage] = made));
  }

  row(stage: i32, index: i32): usize {
    return unchecked(this.sums[stage]) + <usize>index * unchecked(this.stages[stage]).rowBytes;
  }

  playingAddress(stage: i32, output: i32): usize {
    return unchecked(this.playing[stage]) + ((<usize>(output * unchecked(this.stages[stage]).block)) << 2);
  }

  comingAddress(stage: i32, output: i32): usize {
    return unchecked(this.coming[stage]) + ((<usize>(output * unchecked(this.stages[stage]).block)) << 2);
  }
}
