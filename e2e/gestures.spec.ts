import { expect, test, type Page } from '@playwright/test';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { openWith } from './queue-page.ts';
import { AMPLITUDE, fadedToneFile, LARGEST_BEND, startTone } from './tone.ts';

const SECONDS = 12;
const SEED = 4;
/** What a tone of half its amplitude is heard with; the bends of its fades grow with it. */
const HEARD_AMPLITUDE = AMPLITUDE / 2;

/** The same gestures in the same order each time; when each comes depends on the machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const key = (name: string) => (page: Page) => page.keyboard.press(name);
const radio = (name: RegExp) => (page: Page) => page.getByRole('radio', { name }).click();
const button = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const GESTURES: readonly ((page: Page) => Promise<void>)[] = [
  key('Space'),
  key('ArrowRight'),
  key('ArrowLeft'),
  key('a'),
  key('b'),
  key('i'),
  key('o'),
  key('l'),
  button(/^Next/),
  button(/^Previous/),
  radio(/^Video/),
  radio(/^Music/),
  radio(/^Soundbar/),
  radio(/^Laptop/),
  // The page's thread is held up, as by a long task.
  (page) =>
    page.evaluate(() => {
      const until = performance.now() + 200;
      while (performance.now() < until);
    }),
];

test('whatever is done one after the other, in any order and at any time, nothing clicks', async ({
  page,
}) => {
  const random = chance(SEED);
  const tone = (name: string, seconds: number) => ({
    name,
    mimeType: 'audio/wav',
    buffer: fadedToneFile(seconds),
  });
  await recordOutput(page);
  await openWith(page, [tone('1 first.wav', 30), tone('2 second.wav', 5), tone('3 third.wav', 30)]);
  await page.getByRole('button', { name: /^Queue, / }).click();
  await page.keyboard.press('a');
  await expect(page.getByText(/equally loud at the ears/)).toBeVisible({ timeout: 30_000 });
  await startTone(page, 500);
  const from = await framesSoFar(page);
  const endsAt = Date.now() + 1000 * SECONDS;
  let done = 0;
  for (; Date.now() < endsAt; done++) {
    await GESTURES[Math.floor(GESTURES.length * random())]!(page);
    // Some within one fade, some when the last is over.
    if (random() < 0.6) await page.waitForTimeout(700 * random());
  }
  await page.waitForTimeout(500);
  const { samples, sampleRateHz } = await heardSince(page, from);
  expect(done).toBeGreaterThan(10);
  const clicks: string[] = [];
  const loudest = samples.reduce((most, x) => (Math.abs(x) <= most ? most : Math.abs(x)), 0);
  const limit = LARGEST_BEND * Math.max(1, loudest / HEARD_AMPLITUDE);
  for (let n = 1; n < samples.length - 1; n++) {
    const bend = Math.abs(samples[n + 1]! - 2 * samples[n]! + samples[n - 1]!);
    // What is not a number is a click too.
    if (!(bend <= limit)) clicks.push(`${bend.toFixed(4)} at ${(n / sampleRateHz).toFixed(4)} s`);
  }
  expect(loudest).toBeGreaterThan(0.1);
  expect(clicks).toEqual([]);
});
