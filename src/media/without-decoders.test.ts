import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSound } from './open-sound.ts';
import { wavFile } from './testing/sound-files.ts';

const fixture = (name: string) =>
  new Blob([readFileSync(new URL(`../../e2e/fixtures/sounds/${name}`, import.meta.url))]);

/** Like some browsers, this place has none. */
describe('where there is no WebCodecs', () => {
  it('has no decoders', () => expect(typeof AudioDecoder).toBe('undefined'));

  it.each(['tone.flac', 'tone.mp3', 'tone.m4a', 'tone.ogg', 'tone.opus', 'tone.webm'])(
    'says that %s is known and needs one',
    async (name) => {
      await expect(openSound(fixture(name))).rejects.toMatchObject({ code: 'no-decoder' });
    },
  );

  it('reads what needs none', async () => {
    const ramp = Float64Array.from({ length: 100 }, (_, n) => n / 100);
    const bytes = wavFile({ rateHz: 48_000, planes: [ramp, ramp], bits: 32, isFloat: true });
    const { sound } = await openSound(new Blob([bytes]));
    expect((await sound.read(50, 1))[0]![0]).toBe(0.5);
  });
});
