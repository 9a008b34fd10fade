import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** A mix of two samples, rounded to Float32, of a track below one. */
const SAME = 1e-7;
const FRAMES = 90_000;

test('a loop is the track and its seam, sample for sample, wherever its bounds are', async ({ page }) => {
  await openHarness(page);
  // Bounds without a common measure: in seconds, which a browser is told, some of them round up and some down.
  const loops = [44_100, 48_000].flatMap((sampleRateHz) =>
    Array.from({ length: 30 }, (_, n) => {
      const from = 400 + ((7919 * n) % 20_011);
      return { sampleRateHz, frames: FRAMES, loop: { from, to: from + 24_000 + ((5417 * n) % 9973) } };
    }),
  );
  const found = await page.evaluate(
    (requests) => Promise.all(requests.map((request) => window.harness.renderLoop(request))),
    loops,
  );
  const wrong = found
    .map((worst, n) => ({ ...loops[n], ...worst }))
    .filter(({ difference }) => difference > SAME);
  expect(wrong).toEqual([]);
});
