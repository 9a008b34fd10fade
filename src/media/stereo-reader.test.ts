import { describe, expect, it } from 'vitest';
import { readExcerpts } from './excerpts.ts';
import { openSound } from './open-sound.ts';
import { StereoReader } from './stereo-reader.ts';
import { wavFile } from './testing/sound-files.ts';

const FRAMES = 30_000;
const planes = [0.05, 0.031].map((step) =>
  Float64Array.from({ length: FRAMES }, (_, n) => 0.5 * Math.cos(step * n)),
);

async function readerAt(
  rateHz: number,
  bytes = wavFile({ rateHz: 44_100, planes, bits: 32, isFloat: true }),
) {
  return new StereoReader((await openSound(new Blob([bytes]))).sound, rateHz);
}

describe('StereoReader', () => {
  it.each([44_100, 48_000, 96_000])('gives the same at %i Hz however it is cut', async (rateHz) => {
    const reader = await readerAt(rateHz);
    const whole = (await reader.read(0, Infinity))!;
    expect(whole.left).toHaveLength(reader.frames);
    for (const [from, count] of [
      [0, 100],
      [777, 1000],
      [12_345, 6789],
      [reader.frames - 50, 1000],
    ] as const) {
      const part = (await reader.read(from, count))!;
      expect(part.left).toEqual(whole.left.slice(from, from + count));
      expect(part.right).toEqual(whole.right.slice(from, from + count));
    }
    expect(await reader.read(reader.frames, 10)).toBeNull();
  });

  it('does not ring where a track begins and ends within sound', async () => {
    const reader = await readerAt(48_000);
    const { left } = (await reader.read(0, Infinity))!;
    let most = 0;
    for (let n = 0; n < left.length; n++) {
      most = Math.max(most, Math.abs(left[n]! - 0.5 * Math.cos((0.05 * n * 44_100) / 48_000)));
    }
    // A cosine turned about its first sample keeps its slope, not its curve; silence there would be wrong by a half.
    expect(most).toBeLessThan(0.002);
  });

  it('goes on from track to track of one recording as if it had not been cut', async () => {
    const cut = 25 * 588;
    const pieces = [planes.map((x) => x.subarray(0, cut)), planes.map((x) => x.subarray(cut))];
    const whole = (await (await readerAt(48_000)).read(0, Infinity))!.left;
    const parts = await Promise.all(
      pieces.map(async (each) => {
        const reader = await readerAt(
          48_000,
          wavFile({ rateHz: 44_100, planes: each, bits: 32, isFloat: true }),
        );
        return (await reader.read(0, Infinity))!.left;
      }),
    );
    const joined = parts.flatMap((part) => [...part]);
    expect(joined).toHaveLength(whole.length);
    // What is beyond a track's end is not known to it: its waveform turned about there stands for it.
    joined.forEach((x, n) => expect(Math.abs(x - whole[n]!)).toBeLessThan(0.001));
  });

  it('ends where the file is cut short', async () => {
    const bytes = wavFile({ rateHz: 44_100, planes, bits: 32, isFloat: true }).slice(0, 44 + 8 * 10_000);
    for (const rateHz of [44_100, 48_000]) {
      const reader = await readerAt(rateHz, bytes);
      const { left } = (await reader.read(0, Infinity))!;
      expect(left).toHaveLength(Math.round((10_000 * rateHz) / 44_100));
      expect(await reader.read(left.length, 100)).toBeNull();
    }
  });
});

describe('readExcerpts', () => {
  it('has all of a short track', async () => {
    const reader = await readerAt(44_100);
    expect((await readExcerpts(reader, 44_100)).left).toEqual((await reader.read(0, Infinity))!.left);
  });

  it('has parts of a long one, from its beginning to its end, that meet in silence', async () => {
    const rateHz = 100;
    const ramp = Float64Array.from({ length: 1000 * rateHz }, (_, n) => n / (1000 * rateHz));
    const bytes = wavFile({ rateHz, planes: [ramp, ramp], bits: 32, isFloat: true });
    const { left } = await readExcerpts(await readerAt(rateHz, bytes), rateHz);
    expect(left).toHaveLength(60 * rateHz);
    for (let part = 0; part < 20; part++) {
      expect(left[part * 3 * rateHz]).toBe(0);
      expect(left[(part + 0.5) * 3 * rateHz]).toBeCloseTo((part + 0.5) / 20, 3);
    }
  });
});
