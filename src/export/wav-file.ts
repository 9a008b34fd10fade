/** Sizes that do not fit into 32 bits stand in a chunk of their own, the 32-bit fields being all ones [EBU Tech 3306]. */
const LARGEST_SIZE = 0xffffffff;

/** Writes fields one after the other, little end first. */
class Fields {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  name(text: string): void {
    for (const letter of text) this.bytes[this.#at++] = letter.charCodeAt(0);
  }

  half(value: number): void {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
  }

  word(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  long(value: number): void {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    this.#at += 8;
  }
}

/**
 * Header of a WAV file of 32-bit floats: `fmt ` with its empty extension, `fact`, `data`; RF64 where RIFF's sizes end.
 * @param frames samples of each channel that follow
 */
export function wavHeader(channels: number, sampleRateHz: number, frames: number): Uint8Array {
  const dataBytes = 4 * channels * frames;
  const isLong = dataBytes + 58 > LARGEST_SIZE;
  const headerBytes = isLong ? 94 : 58;
  const fields = new Fields(headerBytes);
  const size = (value: number) => (isLong ? LARGEST_SIZE : value);
  fields.name(isLong ? 'RF64' : 'RIFF');
  fields.word(size(headerBytes - 8 + dataBytes));
  fields.name('WAVE');
  if (isLong) {
    fields.name('ds64');
    fields.word(28);
    fields.long(headerBytes - 8 + dataBytes);
    fields.long(dataBytes);
    fields.long(frames);
    fields.word(0);
  }
  fields.name('fmt ');
  fields.word(18);
  fields.half(3);
  fields.half(channels);
  fields.word(sampleRateHz);
  fields.word(4 * channels * sampleRateHz);
  fields.half(4 * channels);
  fields.half(32);
  fields.half(0);
  fields.name('fact');
  fields.word(4);
  fields.word(Math.min(frames, LARGEST_SIZE));
  fields.name('data');
  fields.word(size(dataBytes));
  return fields.bytes;
}

/** A whole WAV file of 32-bit floats. @param planes one per channel, of one length */
export function wavFile(planes: readonly Float32Array[], sampleRateHz: number): Uint8Array {
  const frames = planes[0]!.length;
  const header = wavHeader(planes.length, sampleRateHz, frames);
  const bytes = new Uint8Array(header.length + 4 * planes.length * frames);
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  planes.forEach((plane, channel) => {
    for (let frame = 0; frame < frames; frame++) {
      view.setFloat32(4 * (frame * planes.length + channel), plane[frame]!, true);
    }
  });
  return bytes;
}

/** 32-bit floats one after the other, little end first, without a header. */
export function rawFloats(planes: readonly Float32Array[]): Uint8Array {
  const bytes = new Uint8Array(4 * planes.reduce((sum, plane) => sum + plane.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const plane of planes) {
    for (const value of plane) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}
