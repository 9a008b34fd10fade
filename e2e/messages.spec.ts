import { expect, test } from '@playwright/test';
import { list, openWith, row, tone } from './queue-page.ts';

const empty = (name: string) => ({ name, mimeType: 'audio/wav', buffer: Buffer.alloc(0) });

test('a message covers nothing of the queue on a phone, is dismissed by a key, and goes by itself', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWith(page, [tone('one.wav', 20), empty('two.wav'), empty('three.wav')]);
  const message = page
    .getByRole('region', { name: 'Messages' })
    .getByText('“two.wav” and one other were skipped');
  await expect(message).toBeVisible();
  await expect(row(page, 'two')).toContainText('holds no audio');
  const region = (await page.getByRole('region', { name: 'Messages' }).boundingBox())!;
  const queue = page.locator('[data-queue]');
  await expect
    .poll(async () => (await queue.boundingBox())!.y)
    .toBeGreaterThanOrEqual(region.y + region.height);

  // The queue has the first one.
  await queue.focus();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(message).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(message).toBeHidden();

  await page.getByRole('button', { name: /^Queue, / }).click();
  await page.getByRole('button', { name: 'Sort by album' }).click();
  const inOrder = page.getByRole('region', { name: 'Messages' }).getByText('sorted by album already').first();
  await expect(inOrder).toBeVisible();
  await expect(inOrder).toBeHidden({ timeout: 30_000 });
});
