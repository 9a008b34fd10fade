import { expect, test, type Page } from '@playwright/test';
import { list, openWith, row, titles, tone } from './queue-page.ts';
import { pauseButton, playButton } from './tone.ts';

const shared = (page: Page) => page.getByText(/^Another tab has this queue too/);

/** Another tab of the same browser, with the queue in sight. */
async function openTab(of: Page): Promise<Page> {
  const page = await of.context().newPage();
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Queue, / }).click();
  await expect(list(page)).toBeVisible();
  return page;
}

async function remove(page: Page, title: string): Promise<void> {
  await row(page, title).focus();
  await page.keyboard.press('Delete');
  await expect(row(page, title)).toHaveCount(0);
}

test('two tabs share the queue: each keeps its order, and neither loses a track of the other', async ({
  page: first,
}) => {
  await openWith(first, [tone('1 a.wav', 20), tone('2 b.wav', 20), tone('3 c.wav', 20)]);
  // Kept, once the next visit would have it.
  await expect(async () => {
    await first.reload();
    await first.getByRole('button', { name: 'Queue, 3 tracks' }).click({ timeout: 5000 });
  }).toPass();
  await expect(shared(first)).toHaveCount(0);
  const second = await openTab(first);
  expect(await titles(second)).toEqual(['1 a', '2 b', '3 c']);
  await expect(shared(first)).toBeVisible();
  await expect(shared(second)).toBeVisible();

  // What one removes is still there for the other, which has not opened it in this visit.
  await remove(second, '3 c');
  await second.setInputFiles('input[type=file]', [tone('4 d.wav', 20)]);
  await expect.poll(() => titles(second)).toEqual(['1 a', '2 b', '4 d']);
  await first.bringToFront();
  expect(await titles(first)).toEqual(['1 a', '2 b', '3 c']);
  await row(first, '3 c').click();
  await expect(pauseButton(first)).toBeVisible();
  await expect(row(first, '3 c')).toHaveAttribute('aria-current', 'true');

  // Each its own order and tracks, also over a reload.
  await row(first, '3 c').focus();
  await first.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => titles(first)).toEqual(['1 a', '3 c', '2 b']);
  await second.bringToFront();
  await second.reload();
  await second.getByRole('button', { name: 'Queue, 3 tracks' }).click();
  await expect.poll(() => titles(second)).toEqual(['1 a', '2 b', '4 d']);

  // The next visit begins with that of the tab used last, and has all the rest.
  await first.bringToFront();
  await row(first, '2 b').focus();
  await first.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => titles(first)).toEqual(['1 a', '2 b', '3 c']);
  await second.close();
  await expect(shared(first)).toHaveCount(0);
  const third = await openTab(first);
  expect(await titles(third)).toEqual(['1 a', '2 b', '3 c', '4 d']);
});
