import { latin1, viewOf, type ByteSource } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import { readMp3Frame, type Mp3Frame } from './mp3-frame.ts';
import type { Packet, PacketSource } from './packets.ts';

/** How far sound is looked for behind tags, and behind damage. */
const SEARCHED_BYTES = 1 << 18;
/** A frame may begin in what those before it left free, up to 511 bytes, and overlaps with the one before. */
const PREROLL_FRAMES = 12;
/** By which a decoder is late by itself [LAME: 528 + 1]. */
const DECODER_DELAY = 529;
/** Of one in so many frames it is kept where it is. */
const INDEX_STEP = 32;

interface Start {
  readonly byteAt: number;
  readonly frame: Mp3Frame;
}

/** What a Xing or Info tag says; a LAME tag behind it tells the padding. */
interface Tag {
  readonly packets: number | null;
  readonly delay: number;
  readonly padding: number;
}

/** An MP3 file, packet by packet. @param from behind the tags at its beginning */
export async function openMp3(source: ByteSource, from: number): Promise<PacketSource> {
  const start = await findStart(source, from);
  if (start === null) throw new MediaError('undecodable');
  const { frame } = start;
  const tag = readTag(await source.read(start.byteAt, frame.bytes), frame);
  const file = new Mp3File(source, tag === null ? start.byteAt : start.byteAt + frame.bytes, frame);
  const packets = tag?.packets ?? (await file.packetsInAll());
  const hasPadding = tag !== null && tag.delay + tag.padding > 0;
  const skipped = hasPadding ? tag.delay + DECODER_DELAY : 0;
  const cut = hasPadding ? Math.max(0, tag.padding - DECODER_DELAY) : 0;
  return {
    format: 'MP3',
    config: { codec: 'mp3', sampleRate: frame.rateHz, numberOfChannels: frame.channels },
    frames: Math.max(0, packets * frame.frames - skipped - cut),
    async *from(first) {
      for await (const packet of file.packets((first + skipped) / frame.frames)) {
        yield { ...packet, at: packet.at - skipped };
      }
    },
    dispose: () => undefined,
  };
}

/** Two frames one behind the other: one alone may be chance. */
async function findStart(source: ByteSource, from: number): Promise<Start | null> {
  const bytes = await source.read(from, SEARCHED_BYTES);
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const frame = readMp3Frame(bytes, at);
    if (frame === null) continue;
    const next = readMp3Frame(bytes, at + frame.bytes);
    const isLast = from + at + frame.bytes === source.size;
    if (next?.rateHz === frame.rateHz || isLast) return { byteAt: from + at, frame };
  }
  return null;
}

/** @param bytes a whole frame */
function readTag(bytes: Uint8Array, { tagAt }: Mp3Frame): Tag | null {
  const name = bytes.length < tagAt + 120 ? '' : latin1(bytes, tagAt, 4);
  if (name !== 'Xing' && name !== 'Info') return null;
  const view = viewOf(bytes);
  const flags = view.getUint32(tagAt + 4);
  const packets = flags & 1 ? view.getUint32(tagAt + 8) : null;
  const encoderAt =
    tagAt + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  if (encoderAt + 24 > bytes.length || !/^[A-Za-z]{4}/.test(latin1(bytes, encoderAt, 4))) {
    return { packets, delay: 0, padding: 0 };
  }
  const [high, middle, low] = bytes.subarray(encoderAt + 21, encoderAt + 24);
  return { packets, delay: (high! << 4) | (middle! >> 4), padding: ((middle! & 0xf) << 8) | low! };
}

/** Its frames in order; where they are is known as far as was looked. */
class Mp3File {
  /** Places of each `INDEX_STEP`th. */
  private readonly index: number[];

  constructor(
    private readonly source: ByteSource,
    audioAt: number,
    private readonly first: Mp3Frame,
  ) {
    this.index = [audioAt];
  }

  async *packets(number: number): AsyncGenerator<Packet, void, undefined> {
    const from = Math.max(0, Math.floor(number) - PREROLL_FRAMES);
    for await (const { byteAt, n, bytes } of this.walk(from)) {
      if (n < from) continue;
      const data = (await this.source.read(byteAt, bytes)).slice();
      yield { data, at: n * this.first.frames, frames: this.first.frames };
    }
  }

  async packetsInAll(): Promise<number> {
    let count = 0;
    for await (const { n } of this.walk(Infinity)) count = n + 1;
    return count;
  }

  /** From a frame before number `from` on, whose place is known. */
  private async *walk(from: number): AsyncGenerator<{ byteAt: number; n: number; bytes: number }> {
    const known = Math.min(Math.floor(from / INDEX_STEP), this.index.length - 1);
    let byteAt = this.index[known]!;
    for (let n = known * INDEX_STEP; ; n++) {
      const found = await this.frameAt(byteAt);
      if (found === null) return;
      if (n === this.index.length * INDEX_STEP) this.index.push(found.byteAt);
      yield { byteAt: found.byteAt, n, bytes: found.frame.bytes };
      byteAt = found.byteAt + found.frame.bytes;
    }
  }

  private async frameAt(byteAt: number): Promise<Start | null> {
    const frame = readMp3Frame(await this.source.read(byteAt, 4), 0);
    if (frame?.rateHz === this.first.rateHz) {
      return byteAt + frame.bytes <= this.source.size ? { byteAt, frame } : null;
    }
    // Damage, or a tag at the end.
    const next = await findStart(this.source, byteAt + 1);
    return next?.frame.rateHz === this.first.rateHz ? next : null;
  }
}
