import { latin1, type ByteSource } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import type { PcmLayout, SampleCoding } from './pcm.ts';
import { phrase } from '../refusal/phrase.ts';

/** What a file says of itself in chunks of their own. */
export interface AiffTexts {
  readonly title: string | null;
  readonly artist: string | null;
}

type Common = Omit<PcmLayout, 'dataAt'>;

/** Where the samples of an AIFF or AIFF-C file lie. @throws MediaError */
export async function readAiff(source: ByteSource): Promise<{ layout: PcmLayout; texts: AiffTexts }> {
  const isCompressible = latin1(await source.read(8, 4)) === 'AIFC';
  const texts: Record<string, string> = {};
  let common: Common | null = null;
  let dataAt: number | null = null;
  for (let at = 12; at + 8 <= source.size;) {
    const head = await source.view(at, 8);
    const name = latin1(new Uint8Array(head.buffer, head.byteOffset, 4));
    const size = head.getUint32(4);
    const start = at + 8;
    if (name === 'COMM') common = commonOf(await source.view(start, Math.min(size, 64)), isCompressible);
    if (name === 'SSND') dataAt = start + 8 + (await source.view(start, 4)).getUint32(0);
    if (name === 'NAME' || name === 'AUTH') {
      texts[name] = new TextDecoder()
        .decode(await source.read(start, Math.min(size, 1024)))
        .replace(/\0+$/, '');
    }
    at = start + size + (size % 2);
  }
  if (common === null) throw new MediaError('undecodable', phrase('aiff-without-format'));
  if (dataAt === null || common.frames === 0) throw new MediaError('empty');
  return {
    layout: { ...common, dataAt },
    texts: { title: texts.NAME || null, artist: texts.AUTH || null },
  };
}

function commonOf(chunk: DataView, isCompressible: boolean): Common {
  if (chunk.byteLength < (isCompressible ? 22 : 18)) {
    throw new MediaError('undecodable', phrase('aiff-format-cut'));
  }
  const bits = chunk.getUint16(6);
  const type = isCompressible ? latin1(new Uint8Array(chunk.buffer, chunk.byteOffset + 18, 4)) : 'NONE';
  const coding = codingOf(type, Math.ceil(bits / 8));
  if (coding === null) throw new MediaError('unsupported', phrase('aiff-coding', type.trim()));
  const channels = chunk.getUint16(0);
  const rateHz = Math.round(extendedFloat(chunk, 8));
  if (channels === 0 || !(rateHz > 0)) {
    throw new MediaError('undecodable', phrase('aiff-without-channel'));
  }
  const isFloat = coding.kind === 'float';
  return {
    format: `AIFF, ${isFloat ? 8 * coding.bytes : bits} bit${isFloat ? ' float' : ''}`,
    rateHz,
    channels,
    frames: chunk.getUint32(2),
    coding,
    speakerMask: null,
  };
}

function codingOf(type: string, bytes: number): SampleCoding | null {
  switch (type) {
    case 'NONE':
    case 'twos':
      return bytes >= 1 && bytes <= 4 ? { kind: 'integer', bytes, isLittleEndian: false } : null;
    case 'sowt':
      return bytes >= 1 && bytes <= 4 ? { kind: 'integer', bytes, isLittleEndian: true } : null;
    case 'in24':
    case 'in32':
      return { kind: 'integer', bytes: type === 'in24' ? 3 : 4, isLittleEndian: false };
    case 'raw ':
      return bytes === 1 ? { kind: 'unsigned', bytes, isLittleEndian: false } : null;
    case 'fl32':
    case 'FL32':
      return { kind: 'float', bytes: 4, isLittleEndian: false };
    case 'fl64':
    case 'FL64':
      return { kind: 'float', bytes: 8, isLittleEndian: false };
    default:
      return null;
  }
}

/** A number of 80 bits: sign and exponent in 16, then a mantissa of 64 whose first bit is before the point. */
function extendedFloat(view: DataView, at: number): number {
  const exponent = (view.getUint16(at) & 0x7fff) - 16_383;
  const mantissa = view.getUint32(at + 2) + view.getUint32(at + 6) / 2 ** 32;
  return mantissa * 2 ** (exponent - 31);
}
