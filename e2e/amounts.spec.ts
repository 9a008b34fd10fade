import { expect, test } from '@playwright/test';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { LARGEST_BEND, largestBend, openWithTone, pauseButton, playButton } from './tone.ts';

test('amounts change what is heard, without a click, and become the design', async ({ page }) => {
  await recordOutput(page);
  await openWithTone(page);
  await page.keyboard.press('b');
  await page.getByRole('switch', { name: 'Equal loudness' }).click();
  await playButton(page).click();
  await expect(pauseButton(page)).toBeVisible();
  await page.waitForTimeout(1500);
  const level = async () => {
    const from = await framesSoFar(page);
    await page.waitForTimeout(500);
    const { samples } = await heardSince(page, from);
    return 10 * Math.log10(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
  };
  const before = await level();
  const from = await framesSoFar(page);
  const centre = page.getByRole('slider', { name: 'Centre' });
  await centre.focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft');
  await expect(centre).toHaveAttribute('aria-valuetext', '−4.0 dB');
  // A tone in the middle is all centre.
  await expect.poll(async () => Math.abs((await level()) - before + 4)).toBeLessThan(0.1);
  const cancellation = page.getByRole('slider', { name: 'Cancellation' });
  await cancellation.focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Cancellation 50 %: target 10.0 dB at 1 kHz.')).toBeVisible();
  await page.waitForTimeout(700);
  const { samples } = await heardSince(page, from);
  expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);

  await page.getByRole('radio', { name: 'Design' }).click();
  await expect(page.getByText(/You see and hear the centre at −4\.0 dB and 50 % of the canc/)).toBeVisible();
  await page.getByRole('button', { name: 'Make it the design' }).click();
  await expect(page.getByText(/You see and hear the centre at −4\.0 dB\./)).toBeVisible();
  await page.getByRole('button', { name: 'As designed' }).first().click();
  await expect(page.getByText(/You see and hear/)).toHaveCount(1);
});
