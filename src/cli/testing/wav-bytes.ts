/** How a test's WAV file departs from a plain one. */
export interface WavOddities {
  /** Format code behind an extensible header. */
  readonly extensible?: boolean;
  /** Size that the data chunk claims. */
  readonly claimedBytes?: number;
  /** Chunks before the format: names of four letters. */
  readonly chunksBefore?: readonly string[];
  readonly container?: 'RIFF' | 'RF64';
}

function chunk(name: string, body: Buffer, size = body.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A WAV file, put together chunk by chunk. `code`: 1 integers, 3 floats. */
export function wavBytes(
  {
    code,
    bits,
    channels,
    sampleRateHz,
  }: { code: number; bits: number; channels: number; sampleRateHz: number },
  data: Buffer,
  { extensible = false, claimedBytes, chunksBefore = [], container = 'RIFF' }: WavOddities = {},
): Buffer {
  const format = Buffer.alloc(extensible ? 40 : 16);
  const frameBytes = Math.ceil(bits / 8) * channels;
  format.writeUInt16LE(extensible ? 0xfffe : code, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRateHz, 4);
  format.writeUInt32LE(frameBytes * sampleRateHz, 8);
  format.writeUInt16LE(frameBytes, 12);
  format.writeUInt16LE(bits, 14);
  if (extensible) format.writeUInt16LE(code, 24);
  const body = [
    ...chunksBefore.map((name) => chunk(name, Buffer.from('odd'))),
    chunk('fmt ', format),
    chunk('data', data, claimedBytes ?? data.length),
  ];
  if (container === 'RF64') {
    const sizes = Buffer.alloc(28);
    sizes.writeBigUInt64LE(BigInt(data.length), 8);
    body.unshift(chunk('ds64', sizes));
  }
  const all = Buffer.concat([Buffer.from('WAVE'), ...body]);
  return chunk(container, all);
}

/** Interleaved 32-bit floats of planes of one length. */
export function floatData(planes: readonly Float32Array[]): Buffer {
  const data = Buffer.alloc(4 * planes.length * planes[0]!.length);
  planes.forEach((plane, channel) =>
    plane.forEach((value, frame) => data.writeFloatLE(value, 4 * (frame * planes.length + channel))),
  );
  return data;
}
