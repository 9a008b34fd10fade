import { latin1, type ByteSource } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import { isReadable, type PcmLayout } from './pcm.ts';
import { phrase } from '../refusal/phrase.ts';

/** Format codes of the `fmt ` chunk. */
const INTEGERS = 1;
const FLOATS = 3;
const EXTENSIBLE = 0xfffe;
/** Size of a chunk whose real one stands in `ds64`, or whose writer could not go back to fill it in. */
const UNKNOWN_SIZE = 0xffffffff;

type Format = Omit<PcmLayout, 'frames' | 'dataAt'>;

export interface WavLayout extends PcmLayout {
  /** Where what stands behind the sound begins; there may be nothing. */
  readonly behindAt: number;
}

/**
 * Where the samples of a WAV file (RIFF, RF64, BW64) lie.
 * @returns null where they are compressed, which is left to a decoder
 * @throws MediaError
 */
export async function readWav(source: ByteSource): Promise<WavLayout | null> {
  let format: Format | null = null;
  let longSize: number | null = null;
  for (let at = 12; at + 8 <= source.size;) {
    const head = await source.view(at, 8);
    const name = latin1(new Uint8Array(head.buffer, head.byteOffset, 4));
    const declared = head.getUint32(4, true);
    const start = at + 8;
    if (name === 'data') {
      if (format === null) throw new MediaError('undecodable', phrase('wav-sound-first'));
      const bytes =
        declared === UNKNOWN_SIZE || declared === 0 ? (longSize ?? source.size - start) : declared;
      const stride = format.coding.bytes * format.channels;
      const behindAt = start + bytes + (bytes % 2);
      return { ...format, dataAt: start, frames: Math.floor(bytes / stride), behindAt };
    }
    if (name === 'fmt ') {
      format = formatOf(await source.view(start, Math.min(declared, 40)));
      if (format === null) return null;
    }
    if (name === 'ds64') longSize = Number((await source.view(start, 16)).getBigUint64(8, true));
    at = start + declared + (declared % 2);
  }
  throw new MediaError('empty');
}

/**
 * All that a WAV file says around its sound, around no sound: who looks for tags need not know how long a sound is whose size
 * is not in its own chunk, and takes none of its samples for chunks.
 */
export function withoutSound(blob: Blob, { dataAt, behindAt }: WavLayout): Blob {
  return new Blob([blob.slice(0, dataAt - 4), new Uint32Array(1), blob.slice(behindAt)]);
}

function formatOf(chunk: DataView): Format | null {
  if (chunk.byteLength < 16) throw new MediaError('undecodable', phrase('wav-format-cut'));
  const isExtensible = chunk.getUint16(0, true) === EXTENSIBLE && chunk.byteLength >= 26;
  const code = chunk.getUint16(isExtensible ? 24 : 0, true);
  if (code !== INTEGERS && code !== FLOATS) return null;
  const channels = chunk.getUint16(2, true);
  const rateHz = chunk.getUint32(4, true);
  const bits = chunk.getUint16(14, true);
  if (channels === 0 || rateHz === 0) throw new MediaError('undecodable', phrase('wav-without-channel'));
  const bytes = Math.ceil(bits / 8);
  const kind = code === FLOATS ? 'float' : bytes === 1 ? 'unsigned' : 'integer';
  const coding = { kind, bytes, isLittleEndian: true } as const;
  if (!isReadable(coding)) throw new MediaError('unsupported', phrase('wav-bits', bits));
  const mask = isExtensible ? chunk.getUint32(20, true) : 0;
  return {
    format: `WAV, ${bits} bit${code === FLOATS ? ' float' : ''}`,
    rateHz,
    channels,
    coding,
    speakerMask: mask === 0 ? null : mask,
  };
}
