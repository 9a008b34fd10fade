import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError } from './command-error.ts';
import { floatData, wavBytes } from './testing/wav-bytes.ts';
import type { WavOddities } from './testing/wav-bytes.ts';
import { WavReader } from './wav-reader.ts';
import { WavWriter } from './wav-writer.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundstage-wav-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(bytes: Buffer): Promise<string> {
  const path = join(folder, 'test.wav');
  await writeFile(path, bytes);
  return path;
}

/** Everything in a file, read in blocks of `blockFrames`. */
async function readAll(path: string, blockFrames = 3) {
  const reader = await WavReader.open(path, blockFrames);
  try {
    const block = Array.from({ length: reader.format.channels }, () => new Float32Array(blockFrames));
    const planes: number[][] = block.map(() => []);
    for (let count = await reader.read(block); count > 0; count = await reader.read(block)) {
      block.forEach((plane, channel) => planes[channel]!.push(...plane.subarray(0, count)));
    }
    return { format: reader.format, frames: reader.frames, planes };
  } finally {
    await reader.close();
  }
}

const STEREO = { code: 1, bits: 16, channels: 2, sampleRateHz: 48000 };
/** −full scale, −½, 0, and the largest positive value. */
const EXTREMES = [-1, -0.5, 0, 1];

describe('a WAV file', () => {
  it.each([8, 16, 24, 32])('of %i-bit integers is read at full scale ±1', async (bits) => {
    const scale = 2 ** (bits - 1);
    const data = Buffer.alloc((4 * bits) / 8);
    EXTREMES.forEach((value, i) => {
      const sample = Math.min(value * scale, scale - 1) + (bits === 8 ? 128 : 0);
      if (bits === 8) data.writeUInt8(sample, i);
      else data.writeIntLE(sample, (i * bits) / 8, bits / 8);
    });
    const { planes, frames } = await readAll(await file(wavBytes({ ...STEREO, bits }, data)));
    expect(frames).toBe(2);
    expect(planes[0]).toEqual([-1, 0]);
    expect(planes[1]![0]).toBe(-0.5);
    expect(planes[1]![1]).toBe(Math.fround((scale - 1) / scale));
  });

  it('of 64-bit floats is read', async () => {
    const data = Buffer.alloc(24);
    [0.25, -3, 1e-7].forEach((value, i) => data.writeDoubleLE(value, 8 * i));
    const { planes } = await readAll(
      await file(wavBytes({ ...STEREO, code: 3, bits: 64, channels: 1 }, data)),
    );
    expect(planes).toEqual([[0.25, -3, Math.fround(1e-7)]]);
  });

  it.each<[string, WavOddities]>([
    ['behind an extensible header', { extensible: true }],
    ['after other chunks of odd length', { chunksBefore: ['LIST', 'bext'] }],
    ['whose writer could not fill in its size', { claimedBytes: 0xffffffff }],
    ['in RF64', { container: 'RF64', claimedBytes: 0xffffffff }],
  ])('%s is read', async (_, oddities) => {
    const planes = [Float32Array.of(0.1, 0.2, 0.3, 0.4), Float32Array.of(-1, -2, -3, -4)];
    const read = await readAll(
      await file(wavBytes({ ...STEREO, code: 3, bits: 32 }, floatData(planes), oddities)),
    );
    expect(read.planes).toEqual(planes.map((plane) => Array.from(plane)));
    expect(read.format).toEqual({ channels: 2, sampleRateHz: 48000, sample: 'float32' });
  });

  it.each<[string, Buffer, string]>([
    ['that is empty', Buffer.alloc(0), 'expected a WAV file, got an empty file'],
    [
      'that is something else',
      Buffer.from('ID3 is what an MP3 file begins with'),
      'expected a WAV file, got something',
    ],
    [
      'that ends in its header',
      wavBytes(STEREO, Buffer.alloc(8)).subarray(0, 30),
      'expected a WAV file, got a broken',
    ],
    [
      'that is cut short',
      wavBytes(STEREO, Buffer.alloc(8)).subarray(0, 48),
      'expected 8 bytes of audio as its header',
    ],
    ['of 20 bits', wavBytes({ ...STEREO, bits: 20 }, Buffer.alloc(12)), 'got 20-bit samples'],
    ['in ADPCM', wavBytes({ ...STEREO, code: 2, bits: 4 }, Buffer.alloc(8)), 'got coding 0x2'],
    [
      'without channels',
      wavBytes({ ...STEREO, channels: 0 }, Buffer.alloc(8)),
      'expected at least one channel',
    ],
    [
      'with a sample that is no number',
      wavBytes({ ...STEREO, code: 3, bits: 32, channels: 1 }, floatData([Float32Array.of(0, 1, 2, 3, NaN)])),
      'frame 4: expected a finite number',
    ],
  ])('%s is refused by name', async (_, bytes, message) => {
    const path = await file(bytes);
    await expect(readAll(path)).rejects.toThrow(CommandError);
    await expect(readAll(path)).rejects.toThrow(`${path}: `);
    await expect(readAll(path)).rejects.toThrow(message);
  });

  it('comes back as it was written, in any blocks', async () => {
    const channels = 12;
    const frames = Float32Array.from({ length: 990 * channels }, (_, i) => Math.sin(i));
    const path = join(folder, 'written.wav');
    const writer = await WavWriter.create(path, path, channels, 96000, 990);
    await writer.write(frames.subarray(0, 700 * channels));
    await writer.write(frames.subarray(700 * channels));
    await writer.close();
    const read = await readAll(path, 128);
    expect(read.format).toEqual({ channels: 12, sampleRateHz: 96000, sample: 'float32' });
    read.planes.forEach((plane, channel) => {
      expect(plane).toEqual(Array.from(frames.filter((_, i) => i % channels === channel)));
    });
    const bytes = await readFile(path);
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
  });

  it('has sizes of 64 bits where 32 do not suffice', async () => {
    const path = join(folder, 'huge.wav');
    const frames = 7200 * 192_000;
    const writer = await WavWriter.create(path, path, 32, 192_000, frames);
    await writer.close();
    // As long as it says; nothing of it is on the disk.
    await truncate(path, 94 + 128 * frames);
    const reader = await WavReader.open(path, 128);
    expect(reader.format).toEqual({ channels: 32, sampleRateHz: 192_000, sample: 'float32' });
    expect(reader.frames).toBe(frames);
    await reader.close();
    const bytes = Buffer.alloc(94);
    const file = await open(path);
    await file.read(bytes, 0, 94, 0);
    await file.close();
    expect(bytes.toString('latin1', 0, 4)).toBe('RF64');
    expect(bytes.readUInt32LE(4)).toBe(0xffffffff);
    expect(Number(bytes.readBigUInt64LE(20))).toBe(94 - 8 + 128 * frames);
  });
});
