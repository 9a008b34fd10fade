import type { TrackSamples } from '../../protocol/loudness-protocol.ts';

/** What loudness is measured on: some phrases of music or speech, and soon something else when that changes. */
const KEPT_SECONDS = 20;
/** What feeds back does so within this of being noticed: it is no part of the programme. */
const DOUBTFUL_SECONDS = 1.5;
/** Power of what is silence, of both sides together: the absolute gate of BS.1770-4, −70 dB of full scale. */
const SILENT_POWER = 1e-7;

export interface LiveMemorySetup {
  readonly sampleRateHz: number;
  readonly blockFrames: number;
  /** What came last may turn out to be feedback. */
  readonly isGuarded: boolean;
}

/**
 * The last of what was live, in blocks. Silence is not remembered, so that whatever is made of it stays while there is
 * none. All memory is allocated once.
 */
export class LiveMemory {
  private readonly blocks: readonly Float32Array[];
  private readonly kept: number;
  private readonly doubtful: number;
  /** Blocks that were remembered so far, those that are overwritten by now too. */
  private count = 0;
  /** Largest sample up to each block that is there, in the same places. */
  private readonly largest: Float64Array;

  constructor(private readonly setup: LiveMemorySetup) {
    const { sampleRateHz, blockFrames, isGuarded } = setup;
    const blocksIn = (seconds: number) => Math.ceil((seconds * sampleRateHz) / blockFrames);
    this.kept = blocksIn(KEPT_SECONDS);
    this.doubtful = isGuarded ? blocksIn(DOUBTFUL_SECONDS) : 0;
    const places = this.kept + this.doubtful;
    this.blocks = Array.from({ length: places }, () => new Float32Array(2 * blockFrames));
    this.largest = new Float64Array(places);
  }

  /** How much has been heard of it, silence apart. */
  get seconds(): number {
    const { sampleRateHz, blockFrames } = this.setup;
    return (this.certain * blockFrames) / sampleRateHz;
  }

  /** @param block (2 · blockFrames,) left, then right; copied. @returns whether it is something to remember */
  take(block: Float32Array): boolean {
    let [power, largest] = [0, this.count > 0 ? this.largest[this.placeOf(this.count - 1)]! : 0];
    for (let n = 0; n < block.length; n++) {
      power += block[n]! ** 2;
      largest = Math.max(largest, Math.abs(block[n]!));
    }
    // What is not a number is no sound either.
    if (!(power >= SILENT_POWER * this.setup.blockFrames) || power === Infinity) return false;
    const place = this.placeOf(this.count);
    this.blocks[place]!.set(block);
    this.largest[place] = largest;
    this.count += 1;
    return true;
  }

  /** What came last was feedback. */
  forgetDoubtful(): void {
    this.count = this.certain;
  }

  /** What is remembered, the oldest first, copied; null where there is nothing. */
  samples(): TrackSamples | null {
    const { certain } = this;
    const { blockFrames, sampleRateHz } = this.setup;
    const blocks = Math.min(certain, this.kept);
    if (blocks === 0) return null;
    const left = new Float32Array(blocks * blockFrames);
    const right = new Float32Array(blocks * blockFrames);
    for (let b = 0; b < blocks; b++) {
      const block = this.blocks[this.placeOf(certain - blocks + b)]!;
      left.set(block.subarray(0, blockFrames), b * blockFrames);
      right.set(block.subarray(blockFrames), b * blockFrames);
    }
    return { sampleRateHz, left, right, peak: this.largest[this.placeOf(certain - 1)]! };
  }

  private get certain(): number {
    return Math.max(0, this.count - this.doubtful);
  }

  private placeOf(index: number): number {
    return index % this.blocks.length;
  }
}
