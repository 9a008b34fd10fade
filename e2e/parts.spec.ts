import { expect, test, type Page } from '@playwright/test';
import { playButton as play } from './tone.ts';

/** Lets files of the program fail so many times each. @returns the names of those that failed */
async function failFiles(page: Page, names: RegExp, times: number): Promise<string[]> {
  const failed: string[] = [];
  await page.route(names, async (route) => {
    const name = new URL(route.request().url()).pathname;
    if (failed.filter((other) => other === name).length >= times) return route.continue();
    failed.push(name);
    await route.abort('connectionreset');
  });
  return failed;
}

test('a part that could not be fetched is there after “Try again”, and so is all that it needs', async ({
  page,
}) => {
  // The designer's own script, one that it imports, and its styles.
  const failed = await failFiles(page, /\/(designer|array-view)-[^/]*\.(js|css)$/, 1);
  await page.goto('/');
  await expect(play(page)).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('radio', { name: 'Design' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  expect(failed.map((name) => name.replace(/-[^-]*(?=\.\w+$)/, ''))).toEqual(
    expect.arrayContaining(['/assets/designer.js', '/assets/designer.css', '/assets/array-view.js']),
  );
  await again.click();
  await expect(page.getByRole('tab', { name: 'Cancellation' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Target cancellation gain' })).toBeVisible();
  const styled = await page.evaluate(() =>
    Array.from(document.styleSheets, ({ href }) => href ?? '').filter((href) => href.includes('/designer-')),
  );
  expect(styled).toHaveLength(1);
});

test('a part of one file can be had again too', async ({ page }) => {
  // Ahead of need, and when it is needed.
  const failed = await failFiles(page, /\/notice-list-[^/]*\.js$/, 2);
  await page.goto('/');
  await expect(play(page)).toBeEnabled({ timeout: 30_000 });
  await expect.poll(() => failed.length).toBe(1);
  const empty = { name: 'empty.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(0) };
  await page.locator('input[type=file]').first().setInputFiles([empty]);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('empty.wav')).toBeVisible();
});
