import { expect, test, type Page } from '@playwright/test';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { playButton } from './tone.ts';

/** Longer than a beep of the browser's test device, one each second. */
const WINDOW_SECONDS = 0.4;

/** Level of the loudest beep, dB re full scale: one and the same tone each time, whatever its loudness is weighted by. */
async function beepDb(page: Page): Promise<number> {
  const from = await framesSoFar(page);
  await page.waitForTimeout(2500);
  const { samples, sampleRateHz } = await heardSince(page, from);
  const window = Math.round(WINDOW_SECONDS * sampleRateHz);
  let [energy, most] = [0, 0];
  samples.forEach((x, n) => {
    energy += x * x - (samples[n - window] ?? 0) ** 2;
    most = Math.max(most, energy);
  });
  return 10 * Math.log10(most / window);
}

test('what is live is as loud on both sides, soon after it began, and the figure says what it stands on', async ({
  page,
}) => {
  await recordOutput(page);
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  // There the outputs are what arrives at the ears.
  await page.getByRole('radio', { name: 'Headphones' }).click();
  await page.getByRole('button', { name: 'Live', exact: true }).click();
  await page.getByRole('button', { name: 'Listen to this input' }).click();
  await expect(page.getByText(/by pink noise until more is heard/)).toBeVisible();
  // From three seconds of sound; then from ten, and what is looked at is over before it is measured again.
  await expect(page.getByText(/equally loud at the ears, from the last [3-9] s/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/equally loud at the ears, from the last 1\d s/)).toBeVisible({
    timeout: 30_000,
  });
  // The gains glide there.
  await page.waitForTimeout(2500);
  const levelDb: Record<string, number> = {};
  for (const side of ['a', 'b']) {
    await page.keyboard.press(side);
    // What is in the filters, and the fade.
    await page.waitForTimeout(300);
    levelDb[side] = await beepDb(page);
  }
  expect(levelDb.a).toBeGreaterThan(-60);
  // Half a decibel is heard.
  expect(Math.abs(levelDb.a! - levelDb.b!)).toBeLessThan(0.5);
  await page.getByRole('button', { name: 'Stop listening' }).click();
  await expect(page.getByText(/equally loud at the ears$/)).toBeVisible({ timeout: 30_000 });
});
