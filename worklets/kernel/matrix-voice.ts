import { Bank } from './matrix-bank';
import { outputCount } from './matrix-shape';
import { Stage } from './matrix-stage';
import { allocateFloats } from './memory';

/**
 * A bank that is being computed: what is heard, or what is about to be. The first stage is computed from the spectra of
 * the inputs when it is heard; the results of the later stages must be made one of their blocks ahead.
 */
export class Voice {
  bank: Bank | null = null;
  /** Changes with every bank, so that work left over from the last one is recognised. */
  id: i32 = 0;
  /** Later stages' results: what plays now, and what plays after the next boundary of that stage. */
  private playing: StaticArray<usize>;
  private coming: StaticArray<usize>;

  constructor(private stages: StaticArray<Stage>) {
    this.playing = new StaticArray<usize>(stages.length);
    this.coming = new StaticArray<usize>(stages.length);
    for (let s = 1; s < stages.length; s++) {
      this.playing[s] = allocateFloats(outputCount() * stages[s].block);
      this.coming[s] = allocateFloats(outputCount() * stages[s].block);
    }
  }

  start(bank: Bank): void {
    this.bank = bank;
    this.id++;
    for (let s = 1; s < this.stages.length; s++) {
      const bytes = (<usize>(outputCount() * this.stages[s].block)) << 2;
      // Stages whose filters are shorter than the matrix's leave their part untouched.
      memory.fill(unchecked(this.playing[s]), 0, bytes);
      memory.fill(unchecked(this.coming[s]), 0, bytes);
    }
  }

  stop(): void {
    this.bank = null;
    this.id++;
  }

  /** The boundary of a stage: what was made in its last block is heard in the next. */
  turn(stage: i32): void {
    const made = unchecked(this.coming[stage]);
    unchecked((this.coming[stage] = this.playing[stage]));
    unchecked((this.playing[stage] = made));
  }

  playingAddress(stage: i32, output: i32): usize {
    return unchecked(this.playing[stage]) + ((<usize>(output * unchecked(this.stages[stage]).block)) << 2);
  }

  comingAddress(stage: i32, output: i32): usize {
    return unchecked(this.coming[stage]) + ((<usize>(output * unchecked(this.stages[stage]).block)) << 2);
  }
}
