import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** One rounding of L − C and one of the sum, in both chains, at a peak of 0.2. */
const SAME = 1e-6;

test.beforeEach(({ page }) => openHarness(page));

test('one profile takes over from the other without a gap, a jump or a click, and is reported', async ({
  page,
}) => {
  const result = await page.evaluate(() =>
    window.harness.switchWhilePlaying({
      profiles: ['music', 'video', 'music', 'video'],
      set: 'A',
      signal: 'noise',
      secondsEach: 1.5,
    }),
  );
  expect(result.faults).toEqual([]);
  // The original is its input: through three switches every sample of the track comes once, in its place.
  expect(result.largestError).toBeLessThan(SAME);
  expect(result.peak).toBeGreaterThan(0.1);
  const video = Math.floor(0.025 * result.sampleRateHz);
  const [music] = result.latencies;
  expect(music).toBeGreaterThan(4 * video);
  expect(result.latencies).toEqual([music, video, music, video]);
  // The position goes on with what is heard: less than a quantum of the clock's.
  const [before, after] = result.positionErrors;
  expect(Math.abs(after - before)).toBeLessThan(0.003);
});

test('the spatial side changes its filters with it, smoothly', async ({ page }) => {
  const { faults, peak, roughness } = await page.evaluate(() =>
    window.harness.switchWhilePlaying({
      profiles: ['music', 'video', 'music'],
      set: 'B',
      signal: 'tones',
      secondsEach: 1.5,
    }),
  );
  expect(faults).toEqual([]);
  expect(peak).toBeGreaterThan(0.05);
  // The crossfade's own slope may add a tenth to the tones' second difference.
  expect(roughness[1]).toBeLessThan(1.1 * roughness[0]);
});

test('a seek while one takes over from the other has it at once, without a click', async ({ page }) => {
  const { faults, latencies, peak, roughness, sampleRateHz } = await page.evaluate(() =>
    window.harness.switchWhilePlaying({
      profiles: ['music', 'video'],
      set: 'B',
      signal: 'tones',
      secondsEach: 1.5,
      seek: { afterMs: 150, toSeconds: 2 },
    }),
  );
  expect(faults).toEqual([]);
  expect(latencies).toHaveLength(2);
  expect(peak).toBeGreaterThan(0.05);
  // The kinks of the transport's linear fade of 10 ms, down and up, at the tones' highest.
  const kinks = (2 * peak) / (0.01 * sampleRateHz);
  expect(roughness[1]).toBeLessThan(1.1 * roughness[0] + kinks);
});
