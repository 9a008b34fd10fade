import { FrameDecoder, type DecodedBlock } from './frame-decoder.ts';
import { MediaError } from './media-error.ts';
import type { PacketSource } from './packets.ts';
import type { Sound } from './sound.ts';

/** Farther ahead than this it is quicker to begin anew. */
const FAR_SECONDS = 3;
/** Kept of what was read: resampling and a loop's seam look back. */
const KEPT_SECONDS = 1;

/** A compressed sound that was seen to be decoded. @throws MediaError */
export async function openCodedSound(source: PacketSource): Promise<Sound> {
  try {
    if (!(await isSupported(source.config))) throw new MediaError('unsupported', source.format);
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
  /** One behind the other, without a gap. */
  private blocks: DecodedBlock[] = [];
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
    if (from >= this.end) this.blocks = [];
    while (this.end < to && !this.isAtEnd) {
      const block = await this.decoder!.read();
      if (block === null) this.isAtEnd = true;
      else if (block.at + lengthOf(block) > from) this.blocks.push(block);
    }
    const planes = this.gather(from, Math.max(from, Math.min(to, this.end)));
    const keptFrom = to - KEPT_SECONDS * this.rateHz;
    this.blocks = this.blocks.filter((block) => block.at + lengthOf(block) > keptFrom);
    return planes;
  }

  dispose(): void {
    this.decoder?.close();
    this.decoder = null;
    this.blocks = [];
    this.source.dispose();
  }

  private get end(): number {
    const last = this.blocks.at(-1);
    return last ? last.at + lengthOf(last) : -Infinity;
  }

  private isWithinReach(from: number): boolean {
    const [first] = this.blocks;
    if (this.decoder === null || !first || from < first.at) return false;
    return from <= this.end + FAR_SECONDS * this.rateHz;
  }

  private restart(from: number): void {
    this.decoder?.close();
    this.blocks = [];
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
      const end = Math.min(to, block.at + lengthOf(block));
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

function lengthOf({ planes }: DecodedBlock): number {
  return planes[0]?.length ?? 0;
}
