/** How samples lie in a WAV file: format code (1 integers, 3 floats) and bits of one sample. */
export type SampleFormat = 'int8' | 'int16' | 'int24' | 'int32' | 'float32' | 'float64';

export const BYTES_PER_SAMPLE: Readonly<Record<SampleFormat, number>> = {
  int8: 1,
  int16: 2,
  int24: 3,
  int32: 4,
  float32: 4,
  float64: 8,
};

/** Full scale ±1 for every format; 8-bit samples are unsigned around 128. */
function sampleReader(format: Exclude<SampleFormat, 'int16'>, bytes: Buffer): (at: number) => number {
  switch (format) {
    case 'int8':
      return (at) => (bytes[at]! - 128) / 2 ** 7;
    case 'int24':
      return (at) => ((bytes[at]! << 8) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 24)) / 2 ** 31;
    case 'int32':
      return (at) => bytes.readInt32LE(at) / 2 ** 31;
    case 'float32':
      return (at) => bytes.readFloatLE(at);
    case 'float64':
      return (at) => bytes.readDoubleLE(at);
  }
}

/**
 * Unpacks interleaved frames.
 * @param bytes whole frames
 * @param channels planes to fill, one per channel of the file, from their start
 * @returns index of the first frame with a sample that is not a finite number, or −1
 */
export function unpackFrames(format: SampleFormat, bytes: Buffer, channels: readonly Float32Array[]): number {
  if (format === 'int16') {
    unpackCommon(bytes, channels);
    return -1;
  }
  const read = sampleReader(format, bytes);
  const size = BYTES_PER_SAMPLE[format];
  const stride = size * channels.length;
  const frames = bytes.length / stride;
  let faulty = -1;
  channels.forEach((plane, channel) => {
    for (let frame = 0, at = channel * size; frame < frames; frame++, at += stride) {
      const value = read(at);
      plane[frame] = value;
      if (!Number.isFinite(value) && (faulty < 0 || frame < faulty)) faulty = frame;
    }
  });
  return faulty;
}

/** What most files hold, without a call per sample. Files and the machines that Node runs on have the same order of bytes. */
function unpackCommon(bytes: Buffer, channels: readonly Float32Array[]): void {
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  channels.forEach((plane, channel) => {
    for (let frame = 0, at = channel; at < samples.length; frame++, at += channels.length) {
      plane[frame] = samples[at]! / 2 ** 15;
    }
  });
}
