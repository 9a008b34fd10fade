import type { ByteSource } from './byte-source.ts';
import { findMp3Start, readMp3Frame, type Mp3Frame } from './mp3-frame.ts';
import type { Packet } from './packets.ts';

/** A frame may begin in what those before it left free, up to 511 bytes, and overlaps with the one before. */
const PREROLL_FRAMES = 12;
/** Of one in so many frames it is kept where it is. */
const INDEX_STEP = 32;
/** Looked through at once where it plays, and where all frames are counted: three hours in less than a second. */
const PIECE_BYTES = 1 << 16;
const LONG_PIECE_BYTES = 1 << 22;
/** What is read of two pieces: a beginning that lies across their border is found. */
const OVERLAP_BYTES = 1 << 13;

interface Place {
  /** Number of the frame that begins there. */
  readonly n: number;
  readonly byteAt: number;
}

interface FoundFrame extends Place {
  readonly bytes: number;
  readonly isBehindDamage: boolean;
}

/** An MP3 file's frames in order; where they are is known as far as was looked. */
export class Mp3File {
  private readonly index: Place[];

  constructor(
    private readonly source: ByteSource,
    private readonly audioAt: number,
    private readonly first: Mp3Frame,
  ) {
    this.index = [{ n: 0, byteAt: audioAt }];
  }

  async *packets(number: number): AsyncGenerator<Packet, void, undefined> {
    const from = Math.max(0, Math.floor(number) - PREROLL_FRAMES);
    const { frames } = this.first;
    for await (const piece of this.pieces(from, PIECE_BYTES)) {
      for (const { n, byteAt, bytes, isBehindDamage } of piece) {
        if (n < from) continue;
        const data = (await this.source.read(byteAt, bytes)).slice();
        yield { data, at: n * frames, frames, ...(isBehindDamage && { isBehindDamage }) };
      }
    }
  }

  async packetsInAll(): Promise<number> {
    let count = 0;
    for await (const piece of this.pieces(Infinity, LONG_PIECE_BYTES)) count = piece.at(-1)!.n + 1;
    return count;
  }

  /** Frames from one before number `from` on whose place is known, as many at once as were read. */
  private async *pieces(from: number, pieceBytes: number): AsyncGenerator<readonly FoundFrame[]> {
    let isBehindDamage = false;
    for (let place: Place | null = this.known(from); place !== null;) {
      const found = this.framesIn(await this.source.read(place.byteAt, pieceBytes), place, isBehindDamage);
      const last = found.at(-1);
      if (last) {
        yield found;
        place = { n: last.n + 1, byteAt: last.byteAt + last.bytes };
      } else place = await this.behindDamage(place);
      isBehindDamage = last === undefined;
    }
  }

  private framesIn(bytes: Uint8Array, start: Place, isBehindDamage: boolean): readonly FoundFrame[] {
    const found: FoundFrame[] = [];
    for (let at = 0; ;) {
      const frame = readMp3Frame(bytes, at);
      if (frame?.rateHz !== this.first.rateHz || at + frame.bytes > bytes.length) return found;
      const place = { n: start.n + found.length, byteAt: start.byteAt + at };
      if (place.n >= this.index.at(-1)!.n + INDEX_STEP) this.index.push(place);
      found.push({ ...place, bytes: frame.bytes, isBehindDamage: isBehindDamage && at === 0 });
      at += frame.bytes;
    }
  }

  /** @param place where a frame should be; @returns null where only a tag is left */
  private async behindDamage({ n, byteAt }: Place): Promise<Place | null> {
    const { source } = this;
    for (let from = byteAt + 1; from < source.size; from += LONG_PIECE_BYTES - OVERLAP_BYTES) {
      const start = findMp3Start(await source.read(from, LONG_PIECE_BYTES), source.size - from);
      if (start?.frame.rateHz !== this.first.rateHz) continue;
      const next = from + start.at;
      // Frames do not say which they are: as many are missing as would have filled the bytes.
      const meanBytes = n > 0 ? (byteAt - this.audioAt) / n : this.first.bytes;
      return { n: n + Math.round((next - byteAt) / meanBytes), byteAt: next };
    }
    return null;
  }

  private known(n: number): Place {
    let [low, high] = [0, this.index.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.index[middle]!.n <= n) low = middle;
      else high = middle - 1;
    }
    return this.index[low]!;
  }
}
