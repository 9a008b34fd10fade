import { expect, test, type Page } from '@playwright/test';
import { integratedLoudness } from '../src/design/loudness.ts';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { playButton } from './tone.ts';

/** Loudness of some of the test device's beeps, both sides alike, LUFS. */
async function loudnessOf(page: Page, milliseconds: number): Promise<number> {
  const from = await framesSoFar(page);
  await page.waitForTimeout(milliseconds);
  const { samples, sampleRateHz } = await heardSince(page, from);
  return integratedLoudness([samples, samples], sampleRateHz);
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
  await expect(page.getByText(/equally loud at the ears, from the last \d+ s/)).toBeVisible({
    timeout: 30_000,
  });
  // The gains glide there.
  await page.waitForTimeout(2500);
  const loudness: Record<string, number> = {};
  for (const side of ['a', 'b']) {
    await page.keyboard.press(side);
    // What is in the filters, and the fade.
    await page.waitForTimeout(300);
    loudness[side] = await loudnessOf(page, 5000);
  }
  expect(loudness.a).toBeGreaterThan(-60);
  // A beep more or less within the time, and a measurement in between.
  expect(Math.abs(loudness.a! - loudness.b!)).toBeLessThan(0.5);
  await page.getByRole('button', { name: 'Stop listening' }).click();
  await expect(page.getByText(/equally loud at the ears$/)).toBeVisible({ timeout: 30_000 });
});
