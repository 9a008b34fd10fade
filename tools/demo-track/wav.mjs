/**
 * A stereo WAV file of 32-bit floats.
 * @param {Float32Array} left
 * @param {Float32Array} right
 * @param {number} sampleRateHz
 * @returns {Buffer}
 */
export function encodeWav(left, right, sampleRateHz) {
  const bytes = left.length * 8;
  const file = Buffer.alloc(44 + bytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(3, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(sampleRateHz, 24);
  file.writeUInt32LE(sampleRateHz * 8, 28);
  file.writeUInt16LE(8, 32);
  file.writeUInt16LE(32, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  for (let i = 0; i < left.length; i++) {
    file.writeFloatLE(left[i], 44 + 8 * i);
    file.writeFloatLE(right[i], 48 + 8 * i);
  }
  return file;
}
