import { FrameDecoder, type DecodedBlock } from './frame-decoder.ts';
import { MediaError } from './media-error.ts';
import type { PacketSource } from './packets.ts';
import type { Sound, Stretch } from './sound.ts';

/** Farther ahead than this it is quicker to begin anew. */
const FAR_SECONDS = 3;
/** Kept of what was read: resampling and a loop's seam look back. */
const KEPT_SECONDS = 1;
/** What plays fades out before what is missing, and in behind it. */
const EDGE_SECONDS = 0.005;

/** A compressed sound that was seen to be decoded. @throws MediaError */
export async function openCodedSound(source: PacketSource): Promise<Sound> {
  try {
    if (!(await isSupported(source.config))) throw new MediaError('no-decoder', source.format);
    const decoder = new FrameDecoder(source, 0);
    const first = await decoder.read().finally(() => decoder.close());
    if (first === null) throw new MediaError('empty');
    return new CodedSound(source, first);
  } catch (error) {
    source.dispose();
    throw error;
  }
}

async function isSupported(config: AudioDecoderConfig): Promise<boolean> {
  if (typeof AudioDecoder === 'undefined') return false;
  return AudioDecoder.isConfigSupported(config).then(
    ({ supported }) => supported === true,
    () => false,
  );
}

class CodedSound implements Sound {
  readonly format: string;
  readonly rateHz: number;
  readonly channels: number;
  readonly frames: number;
  readonly speakerMask = null;
  private decoder: FrameDecoder | null = null;
  /** One behind the other; silence where one begins later than the one before it ended. */
  private blocks: DecodedBlock[] = [];
  /** From here on what they do not have is known to be missing. */
  private heldFrom = 0;
  private losses: Stretch[] = [];
  private isAtEnd = false;

  constructor(
    private readonly source: PacketSource,
    first: DecodedBlock,
  ) {
    this.format = source.format;
    this.rateHz = first.rateHz;
    this.channels = first.planes.length;
    this.frames = Math.round((source.frames * first.rateHz) / source.config.sampleRate);
  }

  async read(from: number, count: number): Promise<readonly Float32Array[]> {
    const to = Math.min(from + count, this.frames);
    if (from >= to) return this.empty(0);
    if (!this.isWithinReach(from)) this.restart(from);
    // What is passed over leaves no gap behind: what was read before it goes.
    if (from > this.end) {
      this.forget(from);
      this.heldFrom = from;
    }
    // A little ahead: should a gap follow, its edge is known before it is given away.
    while (this.end < to + this.edgeFrames && !this.isAtEnd) {
      const block = await this.decoder!.read();
      if (block === null) this.isAtEnd = true;
      else if (endOf(block) > from) this.append(block, from);
    }
    const planes = this.gather(from, Math.max(from, Math.min(to, this.end)));
    this.forget(to - KEPT_SECONDS * this.rateHz);
    return planes;
  }

  takeLosses(): readonly Stretch[] {
    const { losses } = this;
    this.losses = [];
    return losses;
  }

  dispose(): void {
    this.decoder?.close();
    this.decoder = null;
    this.blocks = [];
    this.source.dispose();
  }

  private get edgeFrames(): number {
    return Math.round(EDGE_SECONDS * this.rateHz);
  }

  /** @param from what was asked for: what is missing from there on counts */
  private append(block: DecodedBlock, from: number): void {
    const last = this.blocks.at(-1);
    this.blocks.push(block);
    const missingFrom = last ? endOf(last) : from;
    const frames = block.at - missingFrom;
    if (frames <= 0) return;
    if (last) fade(last.planes, this.edgeFrames, 'out');
    // What begins late by itself has lost nothing.
    if (!last && !block.isBehindDamage) return;
    fade(block.planes, this.edgeFrames, 'in');
    this.losses.push({ from: missingFrom, frames });
  }

  private get end(): number {
    const last = this.blocks.at(-1);
    return last ? endOf(last) : -Infinity;
  }

  private isWithinReach(from: number): boolean {
    if (this.decoder === null || this.blocks.length === 0 || from < this.heldFrom) return false;
    return from <= this.end + FAR_SECONDS * this.rateHz;
  }

  /** What ends before. */
  private forget(frame: number): void {
    while (this.blocks.length > 0 && endOf(this.blocks[0]!) <= frame) {
      this.heldFrom = endOf(this.blocks.shift()!);
    }
  }

  private restart(from: number): void {
    this.decoder?.close();
    this.blocks = [];
    this.heldFrom = from;
    this.isAtEnd = false;
    this.decoder = new FrameDecoder(this.source, (from * this.source.config.sampleRate) / this.rateHz);
  }

  private empty(frames: number): Float32Array[] {
    return Array.from({ length: this.channels }, () => new Float32Array(frames));
  }

  private gather(from: number, to: number): Float32Array[] {
    const planes = this.empty(to - from);
    for (const block of this.blocks) {
      const start = Math.max(from, block.at);
      const end = Math.min(to, endOf(block));
      if (start >= end) continue;
      planes.forEach((plane, c) => {
        // A file that changes its channels on the way keeps those that it has.
        const samples = block.planes[Math.min(c, block.planes.length - 1)]!;
        plane.set(samples.subarray(start - block.at, end - block.at), start - from);
      });
    }
    return planes;
  }
}

function fade(planes: readonly Float32Array[], most: number, way: 'in' | 'out'): void {
  for (const plane of planes) {
    const frames = Math.min(most, plane.length);
    for (let n = 0; n < frames; n++) plane[way === 'in' ? n : plane.length - 1 - n]! *= n / frames;
  }
}

function endOf({ at, planes }: DecodedBlock): number {
  return at + (planes[0]?.length ?? 0);
}
