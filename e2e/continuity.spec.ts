import { expect, test, type Page } from '@playwright/test';
import { framesSoFar, heardSince, recordOutput, type Heard } from './output-recording.ts';
import {
  LARGEST_BEND,
  LARGEST_KINK,
  largestBend,
  openWithTone,
  pauseButton,
  playButton,
  playedSeconds,
  startTone,
} from './tone.ts';

/** One rounding of the ceiling of −1 dB to Float32. */
const CEILING = 10 ** (-1 / 20) + 1e-6;
/** Longest time in which whatever fails may fade. */
const FADE_SECONDS = 0.03;

const loudest = (samples: Float32Array): number =>
  samples.reduce((most, x) => (Math.abs(x) <= most ? most : Math.abs(x)), 0);

/** What is sent to the output from now on until so long after something was done. */
async function heardWhile(page: Page, act: () => Promise<unknown>, milliseconds = 700): Promise<Heard> {
  const from = await framesSoFar(page);
  await act();
  await page.waitForTimeout(milliseconds);
  return heardSince(page, from);
}

const startedTone = (page: Page) => startTone(page, 1000);

/** Presses Play, or Pause and Play, and holds the app to sounding as it should. */
async function expectPlayBringsItBack(page: Page, title: RegExp): Promise<void> {
  if (await pauseButton(page).isVisible()) await pauseButton(page).click();
  const from = await framesSoFar(page);
  await playButton(page).click();
  await expect(page.getByText(title)).toHaveCount(0);
  await expect(pauseButton(page)).toBeVisible();
  await expect.poll(async () => loudest((await heardSince(page, from)).samples)).toBeGreaterThan(0.1);
  await page.waitForTimeout(500);
  const { samples } = await heardSince(page, from);
  expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);
  expect(loudest(samples.subarray(-8192))).toBeGreaterThan(0.1);
}

test.beforeEach(async ({ page }) => {
  await recordOutput(page);
  await openWithTone(page);
});

test('pauses, goes on and seeks inside a track without a click', async ({ page }) => {
  await startedTone(page);
  for (let turn = 0; turn < 3; turn++) {
    for (const act of [
      () => pauseButton(page).click(),
      () => playButton(page).click(),
      () => page.keyboard.press('ArrowRight'),
    ]) {
      // Never at the same place of the tone.
      const { samples } = await heardWhile(page, act, 400 + 37 * turn);
      expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);
    }
  }
});

test('seeks several times at once without a click', async ({ page }) => {
  await startedTone(page);
  for (const presses of [2, 3]) {
    const { samples } = await heardWhile(page, () =>
      page.evaluate((count) => {
        for (let n = 0; n < count; n++)
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      }, presses),
    );
    expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);
    expect(loudest(samples.subarray(-8192))).toBeGreaterThan(0.1);
  }
});

test('plays a track’s first sample as it is, without a fade', async ({ page }) => {
  const { samples } = await heardWhile(page, () => playButton(page).click(), 1500);
  const first = samples.findIndex((x) => Math.abs(x) > 1e-3);
  // Its first quarter reaches what its first period does: after a fade of 10 ms it would have a third of that.
  const period = loudest(samples.subarray(first, first + 441));
  expect(loudest(samples.subarray(first, first + 120)) / period).toBeGreaterThan(0.98);
});

test('an output that is taken away: what was left of it neither breaks off nor bursts out with Play', async ({
  page,
}) => {
  await startedTone(page);
  await page.evaluate(() => window.outputTap.contexts.at(-1)!.suspend());
  await expect(page.getByText('Playback was interrupted')).toBeVisible();
  const from = await framesSoFar(page);
  await expectPlayBringsItBack(page, /Playback was interrupted/);
  const { samples } = await heardSince(page, from);
  // From silence: the first samples after the rest are no more than a fade's.
  expect(Math.abs(samples[0]!)).toBeLessThan(LARGEST_BEND);
  expect(loudest(samples)).toBeLessThanOrEqual(CEILING);
});

test('processors whose work throws in the middle of play pass the sound on, and say so', async ({ page }) => {
  await startedTone(page);
  const { samples } = await heardWhile(page, () =>
    page.evaluate(async () => {
      await window.outputTap.run(`
        globalThis.set = Float32Array.prototype.set;
        Float32Array.prototype.set = () => { throw new RangeError('out of bounds'); };`);
    }),
  );
  for (const part of ['upmix', 'filter matrix', 'limiter'])
    await expect(page.getByText(`The ${part} has stopped`)).toBeVisible();
  await expect(page.getByText(/Sound goes on without it/).first()).toBeVisible();
  await expect(pauseButton(page)).toBeVisible();
  expect(largestBend(samples)).toBeLessThan(LARGEST_KINK);
  expect(loudest(samples)).toBeLessThanOrEqual(CEILING);
  expect(loudest(samples.subarray(-8192))).toBeGreaterThan(0.1);
  await page.evaluate(() => window.outputTap.run('Float32Array.prototype.set = globalThis.set;'));
  await expectPlayBringsItBack(page, /has stopped/);
});

test('processors that die are silent at once, and Play builds the path anew', async ({ page }) => {
  await startedTone(page);
  const from = await framesSoFar(page);
  await page.evaluate(() =>
    window.outputTap.run(`
      globalThis.works = processors.map(({ prototype }) => prototype.process);
      for (const { prototype } of processors) prototype.process = () => { throw new Error('gone'); };`),
  );
  await expect(page.getByText(/has stopped/).first()).toBeVisible();
  await expect(page.getByText(/Playback is paused/).first()).toBeVisible();
  await expect(playButton(page)).toBeVisible();
  await page.waitForTimeout(300);
  const { samples, sampleRateHz } = await heardSince(page, from);
  const end = samples.findLastIndex((x) => Math.abs(x) > 1e-6);
  expect(samples.length - end).toBeGreaterThan(FADE_SECONDS * sampleRateHz);
  expect(loudest(samples)).toBeLessThanOrEqual(CEILING);
  await page.evaluate(() =>
    window.outputTap.run('processors.forEach((type, i) => { type.prototype.process = works[i]; });'),
  );
  await expectPlayBringsItBack(page, /has stopped/);
});

test('a page that is frozen for long plays on, and is right when it is back', async ({ page }) => {
  await startedTone(page);
  const session = await page.context().newCDPSession(page);
  const from = await framesSoFar(page);
  const positionBefore = await playedSeconds(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.waitForTimeout(500);
  const { samples, sampleRateHz } = await heardSince(page, from);
  const moved = (await playedSeconds(page)) - positionBefore;
  await expect(pauseButton(page)).toBeVisible();
  expect(samples.length / sampleRateHz).toBeGreaterThan(4);
  expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);
  expect(loudest(samples.subarray(-8192))).toBeGreaterThan(0.1);
  // The position is shown in whole seconds or finer, and reading it takes a while on a busy machine.
  expect(Math.abs(moved - samples.length / sampleRateHz)).toBeLessThan(1.5);
});
