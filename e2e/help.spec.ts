import { expect, test } from '@playwright/test';
import { serious } from './serious.ts';
import { playButton } from './tone.ts';

test('help stands beside the controls, and is opened and closed by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  const marks = page.getByRole('button', { name: /^Help: / });
  expect(await marks.count()).toBeGreaterThanOrEqual(9);
  for (const name of ['Help: Stage', 'Help: Equal loudness', 'Help: Volume', 'Help: Music or video']) {
    const mark = page.getByRole('button', { name });
    await mark.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: name.replace('Help: ', '') });
    await expect(sheet).toBeVisible();
    expect(await serious(page, { within: '[role=dialog]' })).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(mark).toBeFocused();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
