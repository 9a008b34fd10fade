import { bytesOf, textOf } from './latin-1.ts';
import { MeasurementError } from './measurement-error.ts';
import { phrase } from '../refusal/phrase.ts';

/** A WAV file in memory: one plane of samples for each channel, full scale ±1. */
export interface WavSamples {
  readonly sampleRateHz: number;
  readonly planes: readonly Float32Array[];
  /** What one of our own files says besides its samples. */
  readonly note: string | null;
}

/** Chunk that other programs pass over. */
const NOTE_CHUNK = 'snds';

/** No impulse response is longer; what is, is music. */
export const LARGEST_WAV_BYTES = 64 * 2 ** 20;

const INTEGERS = 1;
const FLOATS = 3;
const EXTENSIBLE = 0xfffe;
/** Size of a data chunk whose writer could not go back to fill it in. */
const UNKNOWN_SIZE = 0xffffffff;

interface Format {
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bits: number;
  readonly kind: number;
}

/**
 * Reads a WAV file of 16, 24 or 32-bit integers or 32 or 64-bit floats.
 * @param name of the file, for its refusals
 * @throws MeasurementError 'too-large', 'not-the-format', 'damaged' for one that is cut short, 'unfit' for another coding
 */
export function readWav(bytes: Uint8Array, name: string): WavSamples {
  if (bytes.length > LARGEST_WAV_BYTES) {
    throw new MeasurementError('too-large', name, phrase('at-most-bytes', LARGEST_WAV_BYTES), bytes.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number) => (at + 4 <= bytes.length ? textOf(bytes.subarray(at, at + 4)) : '');
  if (text(0) !== 'RIFF' || text(8) !== 'WAVE') {
    throw new MeasurementError('not-the-format', name, phrase('a-wav-file'), phrase('begins-otherwise'));
  }
  let format: Format | null = null;
  let data: DataView | null = null;
  let note: string | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [chunk, size] = [text(at), view.getUint32(at + 4, true)];
    const there = bytes.length - at - 8;
    if (chunk === 'fmt ') format = formatOf(view, at + 8, name);
    if (chunk === NOTE_CHUNK) note = textOf(bytes.subarray(at + 8, at + 8 + size)).trimEnd();
    if (chunk === 'data') {
      if (size > there && size !== UNKNOWN_SIZE) {
        throw new MeasurementError(
          'damaged',
          name,
          phrase('bytes-of-samples', size),
          phrase('cut-short-at', there),
        );
      }
      data = new DataView(bytes.buffer, bytes.byteOffset + at + 8, Math.min(size, there));
    }
    at += 8 + size + (size % 2);
  }
  if (!data) throw new MeasurementError('damaged', name, phrase('samples'), phrase('none'));
  if (!format) throw new MeasurementError('damaged', name, phrase('a-format'), phrase('none'));
  return { ...samplesOf(data, format, name), note };
}

/** A WAV file of ours with a note that other programs pass over. @param text JSON, which may end in spaces */
export function withNote(wav: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const note = bytesOf(text.padEnd(text.length + (text.length % 2)));
  const bytes = new Uint8Array(wav.length + 8 + note.length);
  bytes.set(wav);
  bytes.set(bytesOf(NOTE_CHUNK), wav.length);
  bytes.set(note, wav.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(wav.length + 4, note.length, true);
  view.setUint32(4, bytes.length - 8, true);
  return bytes;
}

function formatOf(view: DataView, at: number, name: string): Format {
  if (at + 16 > view.byteLength)
    throw new MeasurementError('damaged', name, phrase('whole-format'), phrase('a-part'));
  const code = view.getUint16(at, true);
  const kind = code === EXTENSIBLE && at + 26 <= view.byteLength ? view.getUint16(at + 24, true) : code;
  const bits = view.getUint16(at + 14, true);
  const isKnown =
    (kind === INTEGERS && [16, 24, 32].includes(bits)) || (kind === FLOATS && [32, 64].includes(bits));
  if (!isKnown) {
    const got =
      kind === INTEGERS || kind === FLOATS
        ? phrase('bit-samples', bits)
        : phrase('coding', `0x${kind.toString(16)}`);
    throw new MeasurementError('unfit', name, phrase('wav-codings'), got);
  }
  return { channels: view.getUint16(at + 2, true), sampleRateHz: view.getUint32(at + 4, true), bits, kind };
}

function samplesOf(
  view: DataView,
  { channels, sampleRateHz, bits, kind }: Format,
  name: string,
): Omit<WavSamples, 'note'> {
  const bytes = bits / 8;
  const frames = channels > 0 ? Math.floor(view.byteLength / (bytes * channels)) : 0;
  if (frames === 0) throw new MeasurementError('unfit', name, phrase('one-sample'), phrase('none'));
  const sample = (at: number): number => {
    if (kind === FLOATS) return bits === 32 ? view.getFloat32(at, true) : view.getFloat64(at, true);
    if (bits === 16) return view.getInt16(at, true) / 2 ** 15;
    if (bits === 32) return view.getInt32(at, true) / 2 ** 31;
    return ((view.getUint16(at, true) << 8) | (view.getUint8(at + 2) << 24)) / 2 ** 31;
  };
  const planes = Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: frames }, (_value, frame) => sample((frame * channels + channel) * bytes)),
  );
  planes.forEach((plane, channel) => {
    const fault = plane.findIndex((x) => !Number.isFinite(x));
    if (fault >= 0) {
      const where = phrase('sample-of-channel', fault + 1, channel + 1);
      throw new MeasurementError('unfit', name, phrase('finite-numbers'), where);
    }
  });
  return { sampleRateHz, planes };
}
