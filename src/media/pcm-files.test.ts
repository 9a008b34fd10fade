import { describe, expect, it } from 'vitest';
import { ByteSource } from './byte-source.ts';
import { MediaError } from './media-error.ts';
import { openSound } from './open-sound.ts';
import { aiffFile, wavFile, type PcmFile } from './testing/sound-files.ts';
import { readWav } from './wav.ts';

const FRAMES = 3000;
const planes = [0.02, 0.031].map((step) =>
  Float64Array.from({ length: FRAMES }, (_, n) => 0.9 * Math.sin(step * n)),
);
const stereo = (bits: PcmFile['bits'], isFloat = false): PcmFile => ({
  rateHz: 44_100,
  planes,
  bits,
  isFloat,
});

/** Half a step of the coding, and that full scale is one step more than its largest number. */
const toleranceOf = ({ bits, isFloat }: PcmFile) => (isFloat ? 1e-7 : 1.5 / 2 ** (bits - 1) + 1e-7);

async function expectRead(bytes: Uint8Array<ArrayBuffer>, file: PcmFile): Promise<void> {
  const { sound } = await openSound(new Blob([bytes]));
  expect(sound).toMatchObject({ rateHz: file.rateHz, channels: file.planes.length, frames: FRAMES });
  for (const [from, count] of [
    [0, FRAMES],
    [1234, 567],
    [2990, 100],
  ] as const) {
    const read = await sound.read(from, count);
    read.forEach((plane, c) => {
      expect(plane).toHaveLength(Math.min(count, FRAMES - from));
      const most = plane.reduce((m, x, n) => Math.max(m, Math.abs(x - file.planes[c]![from + n]!)), 0);
      expect(most).toBeLessThan(toleranceOf(file));
    });
  }
}

describe('WAV', () => {
  it.each([stereo(8), stereo(16), stereo(24), stereo(32), stereo(32, true), stereo(64, true)])(
    'of $bits bits, float: $isFloat',
    (file) => expectRead(wavFile(file), file),
  );

  it('with sizes beyond 32 bits (RF64)', () =>
    expectRead(wavFile({ ...stereo(16), isLong: true }), stereo(16)));

  it.each([false, true])(
    'has its title behind its sound, its size in a chunk of its own: %s',
    async (isLong) => {
      const { tags } = await openSound(new Blob([wavFile({ ...stereo(16), isLong, title: 'Prelude' })]));
      expect(await tags()).toMatchObject({ title: 'Prelude' });
    },
  );

  it('says which speaker each channel is for', async () => {
    const file = wavFile({ ...stereo(16), mask: 0b110000 });
    expect((await openSound(new Blob([file]))).sound.speakerMask).toBe(0b110000);
  });

  it('that ends early has what is there', async () => {
    const file = wavFile(stereo(16)).subarray(0, 44 + 4 * 1000);
    const { sound } = await openSound(new Blob([file]));
    expect(sound.frames).toBe(FRAMES);
    expect((await sound.read(0, FRAMES))[0]).toHaveLength(1000);
  });

  it('without a sample is empty', async () => {
    const file = wavFile({ ...stereo(16), planes: [new Float64Array(0)] });
    await expect(openSound(new Blob([file]))).rejects.toMatchObject({ code: 'empty' });
  });

  it('that is compressed is left to a decoder', async () => {
    const file = wavFile(stereo(8));
    file[20] = 7;
    expect(await readWav(new ByteSource(new Blob([file])))).toBeNull();
  });

  it('whose samples are no numbers is silent there', async () => {
    const file = wavFile({ ...stereo(32, true), planes: [Float64Array.of(0.5, NaN, Infinity, 0.25)] });
    const { sound } = await openSound(new Blob([file]));
    expect([...(await sound.read(0, 4))[0]!]).toEqual([0.5, 0, 0, 0.25]);
  });

  it('with a broken format is refused', async () => {
    const file = wavFile(stereo(16));
    file[22] = 0;
    await expect(openSound(new Blob([file]))).rejects.toBeInstanceOf(MediaError);
  });
});

describe('AIFF', () => {
  it.each([stereo(8), stereo(16), stereo(24), stereo(32)])('of $bits bits', (file) =>
    expectRead(aiffFile(file), file),
  );

  it.each([
    ['sowt', stereo(16)],
    ['twos', stereo(16)],
    ['fl32', stereo(32, true)],
    ['FL64', stereo(64, true)],
  ] as const)('AIFF-C of “%s” coding', (coding, file) => expectRead(aiffFile({ ...file, coding }), file));

  it('tells its title and format', async () => {
    const { tags, sound } = await openSound(new Blob([aiffFile({ ...stereo(24), title: 'Prelude' })]));
    expect(await tags()).toMatchObject({ title: 'Prelude', artist: null });
    expect(sound.format).toBe('AIFF, 24 bit');
  });

  it('of another coding is refused by its name', async () => {
    const file = aiffFile({ ...stereo(16), coding: 'ima4' });
    await expect(openSound(new Blob([file]))).rejects.toMatchObject({ code: 'unsupported', detail: /ima4/ });
  });
});

describe('openSound', () => {
  it.each([
    ['empty', ''],
    ['unsupported', 'Dear listener, this was never music.'],
    ['undecodable', '\x01\x02\x03\x04\x05\x06'],
  ])('refuses as %s', async (code, text) => {
    await expect(openSound(new Blob([text]))).rejects.toMatchObject({ code });
  });
});
