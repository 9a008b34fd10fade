import { viewOf, type ByteSource } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import type { Sound, SoundInfo } from './sound.ts';

/** How one sample lies in a file. */
export interface SampleCoding {
  readonly kind: 'integer' | 'unsigned' | 'float';
  /** Whole bytes; fewer bits are left-justified. */
  readonly bytes: number;
  readonly isLittleEndian: boolean;
}

/** Uncompressed sound in a file. */
export interface PcmLayout extends SoundInfo {
  readonly coding: SampleCoding;
  /** Where the samples begin. */
  readonly dataAt: number;
}

export function isReadable({ kind, bytes }: SampleCoding): boolean {
  return kind === 'float' ? bytes === 4 || bytes === 8 : bytes >= 1 && bytes <= 4;
}

/** @returns full scale ±1; what is no number is silence */
function sampleReader({ kind, bytes, isLittleEndian }: SampleCoding, view: DataView): (at: number) => number {
  if (kind === 'float') {
    const read = bytes === 4 ? view.getFloat32.bind(view) : view.getFloat64.bind(view);
    return (at) => {
      const x = read(at, isLittleEndian);
      return Number.isFinite(x) ? x : 0;
    };
  }
  if (kind === 'unsigned') return (at) => (view.getUint8(at) - 128) / 2 ** 7;
  switch (bytes) {
    case 1:
      return (at) => view.getInt8(at) / 2 ** 7;
    case 2:
      return (at) => view.getInt16(at, isLittleEndian) / 2 ** 15;
    case 3:
      return isLittleEndian
        ? (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 2 ** 16) / 2 ** 23
        : (at) => (view.getUint16(at + 1) + view.getInt8(at) * 2 ** 16) / 2 ** 23;
    default:
      return (at) => view.getInt32(at, isLittleEndian) / 2 ** 31;
  }
}

/** @param bytes whole interleaved frames @returns one plane for each channel */
export function unpackFrames(bytes: Uint8Array, coding: SampleCoding, channels: number): Float32Array[] {
  const read = sampleReader(coding, viewOf(bytes));
  const stride = coding.bytes * channels;
  const frames = Math.floor(bytes.length / stride);
  return Array.from({ length: channels }, (_, channel) => {
    const plane = new Float32Array(frames);
    for (let frame = 0, at = channel * coding.bytes; frame < frames; frame++, at += stride) {
      plane[frame] = read(at);
    }
    return plane;
  });
}

/** Sound as it lies in the file. */
export function pcmSound(source: ByteSource, layout: PcmLayout): Sound {
  const { coding, channels, dataAt, frames } = layout;
  const stride = coding.bytes * channels;
  return {
    ...layout,
    async read(from, count) {
      const wanted = Math.max(0, Math.min(count, frames - from));
      const bytes = await source.read(dataAt + from * stride, wanted * stride).catch((error: unknown) => {
        throw new MediaError('unreadable', String(error));
      });
      return unpackFrames(bytes, coding, channels);
    },
    // Each of its samples is one.
    takeLosses: () => [],
    dispose: () => undefined,
  };
}
