import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { aiffFile, wavFile } from '../src/media/testing/sound-files.ts';
import type { NamedFile } from './harness/sources.ts';
import type {} from './harness/harness.ts';
import { HARNESS } from './servers.ts';
import { openWithTone, playedSeconds } from './tone.ts';

/** One rounding of L − C and one of the sum, at a peak of 0.2. */
const SAME = 1e-6;
/** Decoders work in Float32; those that predict from what was before come to the same from anywhere, within this. */
const DECODED_SAME = 1e-4;
/** The headless browser's output. */
const RATE_HZ = 44_100;

const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/sounds/${name}`, import.meta.url));
const named = (name: string, bytes: Uint8Array): NamedFile => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

/** Told apart from itself a sample later. */
function noise(frames: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: frames }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.2 * (state / 2 ** 31 - 1);
  });
}

const wavOf = (x: Float32Array): Uint8Array =>
  wavFile({ rateHz: RATE_HZ, planes: [x, x], bits: 32, isFloat: true });

/** Largest difference between what was heard and what it should be, from half a second after its beginning on. */
function difference(heard: readonly number[], truth: Float32Array): number {
  const start = heard.findIndex((x) => Math.abs(x) > 1e-4) + RATE_HZ / 2;
  const isHere = (at: number) => {
    for (let n = 0; n < 64; n++) if (Math.abs(heard[start + n]! - truth[at + n]!) > 1e-4) return false;
    return true;
  };
  let at = 0;
  while (at < RATE_HZ && !isHere(at)) at += 1;
  let most = 0;
  for (let n = 0; start + n < heard.length && at + n < truth.length; n++) {
    most = Math.max(most, Math.abs(heard[start + n]! - truth[at + n]!));
  }
  return most;
}

async function openHarness(page: Page): Promise<void> {
  await page.goto(HARNESS);
  await page.waitForFunction(() => window.harness !== undefined, undefined, { timeout: 60_000 });
}

test('every format is read from anywhere as the browser decodes it as a whole', async ({ page }) => {
  await openHarness(page);
  // Frames of the sound that was encoded: Opus is at 48 kHz; what a WebM file says of its end is not looked at.
  const [frames, framesAt48] = [19_845, 21_600];
  const files = [
    [named('noise.wav', wavOf(noise(30_000))), 30_000],
    [named('tone.flac', fixture('tone.flac')), frames],
    [named('tone.mp3', fixture('tone.mp3')), frames],
    [named('tone.m4a', fixture('tone.m4a')), frames],
    [named('tone.ogg', fixture('tone.ogg')), frames],
    [named('tone.opus', fixture('tone.opus')), framesAt48],
    [named('tone.webm', fixture('tone.webm')), null],
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
    if (length !== null) expect(read.frames, file.name).toBe(length);
  }
});

test('one track follows another to the sample, also through a change of profile', async ({ page }) => {
  await openHarness(page);
  const whole = noise(8 * RATE_HZ);
  const cut = 2 * RATE_HZ + 777;
  const [first, second] = [wavOf(whole.subarray(0, cut)), wavOf(whole.subarray(cut))];
  const played = await page.evaluate(
    ([load, prepare]) =>
      window.harness.playSources([
        { load: load! },
        { prepare: prepare! },
        { play: true },
        { wait: 1200 },
        { profile: 'video' },
        { wait: 2500 },
      ]),
    [named('first.wav', first), named('second.wav', second)],
  );
  expect(difference(played.left, whole)).toBeLessThan(SAME);
  const advanced = played.events.filter(({ type }) => type === 'advanced');
  expect(advanced).toMatchObject([{ track: { title: 'second' } }]);
  // Counted from the second one's beginning.
  expect(played.positions.at(-1)).toBeLessThan(3.7 - cut / RATE_HZ + 0.5);
});

test('a loop is set while it plays, comes round to the sample, and is left again', async ({ page }) => {
  await openHarness(page);
  const track = noise(12 * RATE_HZ);
  const [from, to] = [RATE_HZ / 2, (3 * RATE_HZ) / 2];
  const played = await page.evaluate(
    (load) =>
      window.harness.playSources([
        { load },
        { play: true },
        { wait: 700 },
        { loop: { fromSeconds: 0.5, toSeconds: 1.5 } },
        { wait: 1600 },
        { loop: null },
        { wait: 1200 },
      ]),
    named('track.wav', wavOf(track)),
  );
  // Round once: 8 ms before its end it goes over into what comes before its beginning.
  const seam = Math.round(0.008 * RATE_HZ);
  const round = Float32Array.from(track.subarray(0, to));
  for (let n = 0; n < seam; n++) {
    const at = to - seam + n;
    round[at]! += ((n + 1) / seam) * (track[at - (to - from)]! - track[at]!);
  }
  const truth = new Float32Array(to + track.length - from);
  truth.set(round);
  truth.set(track.subarray(from), to);
  expect(difference(played.left, truth)).toBeLessThan(SAME);
});

test('a listener hears an AIFF file, sees its tags, and is told why other files are not played', async ({
  page,
}) => {
  await openWithTone(page);
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
    ['half.flac', fixture('tone.flac').subarray(0, 30), /damaged|cannot be decoded/],
  ] as const) {
    await put(name, bytes);
    await expect(page.getByText(words).first(), name).toBeVisible();
  }
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});
