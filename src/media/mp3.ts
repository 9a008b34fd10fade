import { latin1, viewOf, type ByteSource } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import { Mp3File } from './mp3-file.ts';
import { findMp3Start, type Mp3Frame } from './mp3-frame.ts';
import type { PacketSource } from './packets.ts';

/** How far sound is looked for behind tags. */
const SEARCHED_BYTES = 1 << 18;
/** By which a decoder is late by itself [LAME: 528 + 1]. */
const DECODER_DELAY = 529;

/** What a Xing or Info tag says; a LAME tag behind it tells the padding. */
interface Tag {
  readonly packets: number | null;
  readonly delay: number;
  readonly padding: number;
}

/** An MP3 file, packet by packet. @param from behind the tags at its beginning */
export async function openMp3(source: ByteSource, from: number): Promise<PacketSource> {
  const start = findMp3Start(await source.read(from, SEARCHED_BYTES), source.size - from);
  if (start === null) throw new MediaError('undecodable');
  const { frame } = start;
  const startAt = from + start.at;
  const tag = readTag(await source.read(startAt, frame.bytes), frame);
  const file = new Mp3File(source, tag === null ? startAt : startAt + frame.bytes, frame);
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
