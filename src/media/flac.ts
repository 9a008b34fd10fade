import { latin1, type ByteSource } from './byte-source.ts';
import { crc16 } from './flac-crc.ts';
import { readFlacFrame, readStreamInfo, type FlacFrame, type FlacStream } from './flac-frame.ts';
import { MediaError } from './media-error.ts';
import type { Packet, PacketSource } from './packets.ts';
import { phrase } from '../refusal/phrase.ts';

/** Looked through at once. */
const WINDOW_BYTES = 1 << 16;
/** Nearer than this a place is reached frame by frame. */
const NEAR_BYTES = 1 << 17;

/** Header and footer, and a byte for what is between. */
const SHORTEST_FRAME = 9;

interface FoundFrame extends FlacFrame {
  /** Place in the file. */
  readonly byteAt: number;
}

/**
 * A FLAC file, packet by packet. Where a frame is, is found by halving the file between places whose time is known: three
 * hours are reached in some ten reads, without an index.
 * @param headAt where `fLaC` stands
 */
export async function openFlac(source: ByteSource, headAt: number): Promise<PacketSource> {
  const { stream, audioAt } = await readHead(source, headAt);
  const file = new FlacFile(source, stream, audioAt);
  const description = new Uint8Array(42);
  description.set([...'fLaC'].map((letter) => letter.charCodeAt(0)));
  // The only block, the last.
  description.set([0x80, 0, 0, 34], 4);
  description.set(stream.bytes, 8);
  return {
    format: `FLAC, ${stream.bits} bit`,
    config: { codec: 'flac', sampleRate: stream.rateHz, numberOfChannels: stream.channels, description },
    frames: stream.frames > 0 ? stream.frames : await file.framesAtEnd(),
    from: (frame) => file.packets(frame),
    dispose: () => undefined,
  };
}

async function readHead(
  source: ByteSource,
  headAt: number,
): Promise<{ stream: FlacStream; audioAt: number }> {
  let stream: FlacStream | null = null;
  for (let at = headAt + 4; ;) {
    const head = await source.read(at, 4);
    if (head.length < 4) throw new MediaError('undecodable', phrase('flac-cut'));
    const size = head[1]! * 65_536 + head[2]! * 256 + head[3]!;
    if ((head[0]! & 0x7f) === 0) stream = readStreamInfo(await source.read(at + 4, 34));
    at += 4 + size;
    if ((head[0]! & 0x80) === 0) continue;
    if (stream === null || stream.rateHz === 0 || stream.bytes.length < 34) {
      throw new MediaError('undecodable', phrase('flac-without-format'));
    }
    return { stream, audioAt: at };
  }
}

class FlacFile {
  constructor(
    private readonly source: ByteSource,
    private readonly stream: FlacStream,
    private readonly audioAt: number,
  ) {}

  async *packets(frame: number): AsyncGenerator<Packet, void, undefined> {
    let isBehindDamage = false;
    let found = await this.before(frame);
    while (found !== null) {
      const follows = await this.following(found);
      const next = follows ?? (await this.behindDamage(found));
      if (found.at + found.frames > frame) {
        const data = await this.dataOf(found, follows, next);
        if (data !== null) {
          yield { data, at: found.at, frames: found.frames, ...(isBehindDamage && { isBehindDamage }) };
        }
        isBehindDamage = data === null || follows === null;
      }
      found = next;
    }
  }

  /** Where the encoder could not go back to say how long it became. */
  async framesAtEnd(): Promise<number> {
    let last = await this.before(Infinity);
    for (let next = last; next !== null;) {
      last = next;
      next = (await this.following(last)) ?? (await this.behindDamage(last));
    }
    return last === null ? 0 : last.at + last.frames;
  }

  /** A frame that begins at `frame` or some way before. */
  private async before(frame: number): Promise<FoundFrame | null> {
    let low = await this.find(this.audioAt, this.source.size, () => true);
    let high = this.source.size;
    while (low !== null && high - low.byteAt > NEAR_BYTES) {
      const middle = Math.floor((low.byteAt + high) / 2);
      const found = await this.findSure(middle, high);
      if (found === null || found.at > frame) high = middle;
      else low = found;
    }
    return low;
  }

  /** What looks like a header is one where what follows it goes on from there. */
  private async findSure(from: number, to: number): Promise<FoundFrame | null> {
    for (let at = from; ;) {
      const found = await this.find(at, to, () => true);
      if (found === null) return null;
      const next = await this.following(found);
      if (next !== null || to === this.source.size) return found;
      at = found.byteAt + 1;
    }
  }

  /** The frame that follows; what does not go on from there only looks like one. */
  private async following(frame: FoundFrame): Promise<FoundFrame | null> {
    const { byteAt, at, frames } = frame;
    const from = byteAt + Math.max(this.stream.leastFrameBytes, SHORTEST_FRAME);
    const expected = at + frames;
    // A frame is never longer than its samples as they are.
    const longest = 64 + frames * this.stream.channels * 4;
    return this.find(from, Math.min(this.source.size, byteAt + longest), (found) => found.at === expected);
  }

  /** Of frames of which none follows another it is the first that another one follows; none at the end. */
  private async behindDamage({ byteAt, at, frames }: FoundFrame): Promise<FoundFrame | null> {
    const { size } = this.source;
    for (let from = byteAt + SHORTEST_FRAME; ;) {
      const found = await this.find(from, size, (each) => each.at >= at + frames);
      if (found === null) return null;
      if (this.isLast(found) || (await this.following(found)) !== null) return found;
      from = found.byteAt + 1;
    }
  }

  private isLast({ at, frames }: FlacFrame): boolean {
    return this.stream.frames > 0 && at + frames === this.stream.frames;
  }

  /** @returns a frame's bytes; null where they are damaged */
  private async dataOf(
    frame: FoundFrame,
    follows: FoundFrame | null,
    next: FoundFrame | null,
  ): Promise<Uint8Array | null> {
    const { byteAt } = frame;
    // Where it ends is not known.
    if (follows === null && next !== null) return null;
    // What follows the last frame, a tag perhaps, goes with it: decoders leave it.
    const end = next?.byteAt ?? this.source.size;
    const data = (await this.source.read(byteAt, end - byteAt)).slice();
    return next !== null && crc16(data) !== 0 ? null : data;
  }

  private async find(
    from: number,
    to: number,
    isWanted: (frame: FlacFrame) => boolean,
  ): Promise<FoundFrame | null> {
    for (let at = from; at < to; at += WINDOW_BYTES) {
      // A header that begins in one window may end in the next.
      const bytes = await this.source.read(at, WINDOW_BYTES + 16);
      const end = Math.min(WINDOW_BYTES, to - at);
      for (let n = bytes.indexOf(0xff); n >= 0 && n < end; n = bytes.indexOf(0xff, n + 1)) {
        const frame = readFlacFrame(bytes, n, this.stream);
        if (frame !== null && isWanted(frame)) return { ...frame, byteAt: at + n };
      }
    }
    return null;
  }
}

export const isFlac = (head: Uint8Array): boolean => latin1(head, 0, 4) === 'fLaC';
