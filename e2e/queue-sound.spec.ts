import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { list, openWith, row, titles, tone } from './queue-page.ts';
import { AMPLITUDE, LARGEST_BEND, largestBend, pauseButton, playButton } from './tone.ts';

const BROKEN = {
  name: '03 broken.mp3',
  mimeType: 'audio/mpeg',
  buffer: Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]),
};
test('many files are listed by name, played without a gap, and a broken one is passed over', async ({
  page,
}) => {
  await recordOutput(page);
  await openWith(page, [tone('10 last.wav', 2), BROKEN, tone('2 second.wav', 2), tone('1 first.wav', 2)]);
  expect(await titles(page)).toEqual(['1 first', '2 second', '03 broken', '10 last']);
  await expect(row(page, '1 first')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('a');
  await expect(page.getByText(/equally loud at the ears/)).toBeVisible({ timeout: 30_000 });
  const from = await framesSoFar(page);
  await playButton(page).click();
  await expect(list(page).getByText(/cannot be decoded here/)).toBeVisible();
  await expect(row(page, '10 last')).toHaveAttribute('aria-current', 'true');
  await expect(playButton(page)).toBeVisible();
  const { samples, sampleRateHz } = await heardSince(page, from);
  // Whole periods of one tone in each file: where they join, it goes on, to the sample.
  const isLoud = (x: number) => Math.abs(x) > 0.1 * AMPLITUDE;
  const [first, last] = [samples.findIndex(isLoud), samples.findLastIndex(isLoud)];
  expect((last - first) / sampleRateHz).toBeCloseTo(6, 1);
  // The filters' own beginning and end left out.
  const margin = Math.floor(0.2 * sampleRateHz);
  expect(largestBend(samples.subarray(first + margin, last - margin))).toBeLessThan(LARGEST_BEND);
});

test('a microphone plays in the video profile without a click, stops, and the track is there again', async ({
  page,
}) => {
  await recordOutput(page);
  await openWith(page, [tone('1 first.wav', 20)]);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Live', exact: true }).click();
  await expect(page.getByText(/microphone hears itself and can howl/)).toBeVisible();
  const from = await framesSoFar(page);
  await page.getByRole('button', { name: 'Listen to this input' }).click();
  await expect(page.getByText(/Input, live, in the Video profile/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Video/ })).toBeChecked();
  // The browser's own test device beeps once a second.
  const loudest = async () => {
    const { samples } = await heardSince(page, from);
    return samples.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  };
  await expect.poll(loudest).toBeGreaterThan(0.01);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  // Silence, and sound again, by the same keys as a track.
  await page.keyboard.press('Space');
  await expect(page.getByText(/silent until you press Play/)).toBeVisible();
  await page.waitForTimeout(400);
  const rests = await framesSoFar(page);
  await page.waitForTimeout(1500);
  const { samples } = await heardSince(page, rests);
  expect(samples.every((x) => Math.abs(x) < 1e-6)).toBe(true);
  await page.getByRole('button', { name: 'Stop listening' }).click();
  await expect(page.getByRole('slider', { name: 'Position' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Music/ })).toBeChecked();
  await playButton(page).click();
  await expect(pauseButton(page)).toBeVisible();
});
