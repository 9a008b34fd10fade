/** The 44 bytes before the samples of a stereo file. */
export function wavHeader(wav: {
  /** Format code: 1 integers, 3 floats. */
  readonly code: 1 | 3;
  readonly bits: 16 | 32;
  readonly sampleRateHz: number;
  readonly frames: number;
}): Buffer {
  const frameBytes = wav.bits / 4;
  const dataBytes = wav.frames * frameBytes;
  const header = Buffer.alloc(44);
  header.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1');
  header.writeUInt32LE(36 + dataBytes, 4);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(wav.code, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(wav.sampleRateHz, 24);
  header.writeUInt32LE(frameBytes * wav.sampleRateHz, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(wav.bits, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
