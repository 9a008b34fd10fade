import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';
import { named, noise, RATE_HZ, wavOf } from './noise.ts';

/** One rounding of L − C and one of the sum, at a peak of 0.2. */
const SAME = 1e-6;

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
