import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { aiffFile } from '../src/media/testing/sound-files.ts';
import { openHarness } from './harness-page.ts';
import { named, noise, RATE_HZ, wavOf } from './noise.ts';
import { playButton, playedSeconds } from './tone.ts';

/** Decoders work in Float32; those that predict from what was before come to the same from anywhere, within this. */
const DECODED_SAME = 1e-4;

const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/sounds/${name}`, import.meta.url));

test('every format is read from anywhere as the browser decodes it as a whole', async ({ page }) => {
  await openHarness(page);
  // Frames of the sound that was encoded: Opus is at 48 kHz.
  const [frames, framesAt48] = [19_845, 21_600];
  const files = [
    [named('noise.wav', wavOf(noise(30_000))), 30_000],
    [named('tone.flac', fixture('tone.flac')), frames],
    [named('tone.mp3', fixture('tone.mp3')), frames],
    [named('tone.m4a', fixture('tone.m4a')), frames],
    [named('tone.ogg', fixture('tone.ogg')), frames],
    [named('tone.opus', fixture('tone.opus')), framesAt48],
    [named('tone.webm', fixture('tone.webm')), framesAt48],
  ] as const;
  for (const [file, length] of files) {
    const read = await page.evaluate(
      (each) =>
        window.harness.readInPieces(each, [
          [0, 4000],
          [4000, 4000],
          [15_000, 3000],
          [1000, 2000],
          [12_345, 2000],
        ]),
      file,
    );
    if (!read.ok) throw new Error(`${file.name}: ${read.code} ${read.detail}`);
    expect(Math.max(...read.errors), file.name).toBeLessThan(DECODED_SAME);
    // Padding is left out, of the beginning and of the end.
    expect(read.frames, file.name).toBe(length);
  }
});

test('a damaged file plays on behind the damage, where it would be without', async ({ page }) => {
  await openHarness(page);
  // A hole of so many bytes, at a share of the file.
  for (const [name, count, share] of [
    ['tone.flac', 300, 0.5],
    ['tone.mp3', 1200, 0.4],
    ['tone.m4a', 300, 0.5],
    ['pages.ogg', 300, 0.7],
    ['pages.opus', 3000, 0.5],
  ] as const) {
    const whole = fixture(name);
    const damaged = Buffer.from(whole);
    const from = Math.floor(share * damaged.length);
    damaged.fill(0, from, from + count);
    const [intact, holed] = [named(name, whole), named(name, damaged)];
    const read = await page.evaluate((files) => window.harness.readDamaged(...files), [
      intact,
      holed,
    ] as const);
    const { samples, differences, lost, rateHz, frames } = read;
    expect(samples.length, name).toBe(frames);
    const isWrong = (difference: number) => difference > DECODED_SAME;
    const [first, last] = [differences.findIndex(isWrong), differences.findLastIndex(isWrong)];
    expect(first, name).toBeGreaterThan(0.25 * frames);
    expect(last, name).toBeLessThan(0.98 * frames);
    expect(lost, name).toHaveLength(1);
    // Told is where it is silent, and it fades to and from there.
    const silentFrom = Math.round(lost[0]!.atSeconds * rateHz);
    const silentTo = silentFrom + Math.round(lost[0]!.seconds * rateHz);
    const silence = samples.slice(silentFrom, silentTo);
    expect(silence.length, name).toBeGreaterThan(0);
    expect(Math.max(...silence.map(Math.abs)), name).toBe(0);
    for (const edge of [silentFrom - 1, silentTo]) expect(Math.abs(samples[edge]!), name).toBeLessThan(0.01);
  }
});

test('a listener hears an AIFF file, sees its tags, and is told why other files are not played', async ({
  page,
}) => {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  const input = page.locator('input[type=file]').first();
  const tone = Float64Array.from({ length: 5 * RATE_HZ }, (_, n) => 0.3 * Math.sin(0.05 * n));
  const aiff = aiffFile({ rateHz: 48_000, planes: [tone, tone], bits: 24, title: 'Prelude' });
  const put = (name: string, buffer: Uint8Array) =>
    input.setInputFiles({ name, mimeType: '', buffer: Buffer.from(buffer) });
  await put('renamed.mp3', aiff);
  await expect(page.getByText('Prelude').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect.poll(() => playedSeconds(page)).toBeGreaterThan(0);

  for (const [name, bytes, words] of [
    ['lossless.m4a', fixture('lossless.m4a'), /Apple Lossless/],
    ['dolby.ac3', fixture('dolby.ac3'), /Dolby Digital/],
    ['film.webm', fixture('silent-film.webm'), /has no sound/],
    ['nothing.wav', Buffer.alloc(0), /is empty|holds no audio/],
    ['hole.flac', Buffer.from(fixture('tone.flac')).fill(0, 9000, 9300), /0\.1 s at 0:00 could not be read/],
    ['half.flac', fixture('tone.flac').subarray(0, 30), /damaged|cannot be decoded/],
  ] as const) {
    await put(name, bytes);
    await expect(page.getByText(words).first(), name).toBeVisible();
  }
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});
