import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openWith, row, taggedTone, titles, tone } from './queue-page.ts';
import { pauseButton, playButton } from './tone.ts';

test('the queue is there after a reload, where it was left, in its order', async ({ page }) => {
  await openWith(page, [tone('1 first.wav', 20), tone('2 second.wav', 20), tone('3 third.wav', 20)]);
  await row(page, '3 third').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => titles(page)).toEqual(['1 first', '3 third', '2 second']);
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect.poll(() => titles(page)).toEqual(['3 third', '2 second']);
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect.poll(() => titles(page)).toEqual(['1 first', '3 third', '2 second']);
  await page.getByRole('button', { name: 'Repeat: off' }).click();
  await row(page, '2 second').click();
  await expect(pauseButton(page)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', '5');
  await pauseButton(page).click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await page.reload();
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Queue, 3 tracks' }).click();
  await expect.poll(() => titles(page)).toEqual(['1 first', '3 third', '2 second']);
  await expect(row(page, '2 second')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('button', { name: 'Repeat: all tracks' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuenow', /^[5-7]$/);
  await page.keyboard.press('n');
  await expect(row(page, '1 first')).toHaveAttribute('aria-current', 'true');
});

test('the queue is sorted by album when it is asked to be, and back as it was', async ({ page }) => {
  const of = (name: string, track: string) =>
    taggedTone(`${name}.wav`, 2, { IPRD: 'Album', INAM: name, ITRK: track });
  await openWith(page, [tone('a bare.wav', 2), of('b second', '2'), of('c first', '1')]);
  const before = ['a bare', 'b second', 'c first'];
  await expect.poll(() => titles(page)).toEqual(before);
  await expect(page.getByText('Album', { exact: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Sort by album' }).click();
  await expect.poll(() => titles(page)).toEqual(['c first', 'b second', 'a bare']);
  await expect(row(page, 'a bare')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('one track without an album last')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the order before' }).click();
  await expect.poll(() => titles(page)).toEqual(before);
});

test('a loop is set by keys, moved by arrow keys, refused when too short, and zoomed to', async ({
  page,
}) => {
  await openWith(page, [tone('1 first.wav', 20)]);
  const position = async () =>
    Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('i');
  await page.keyboard.press('o');
  await expect(page.getByText('A loop is half a second long at least')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('o');
  const [begins, ends] = ['Beginning of the loop', 'End of the loop'].map((name) =>
    page.getByRole('slider', { name }),
  );
  await expect(ends!).toHaveAttribute('aria-valuetext', '0:00:10.000');
  await ends!.focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(ends!).toHaveAttribute('aria-valuetext', '0:00:06.000');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(ends!).toHaveAttribute('aria-valuetext', '0:00:06.000');
  await expect(begins!).toHaveAttribute('aria-valuetext', '0:00:05.000');
  await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await playButton(page).click();
  await page.waitForTimeout(3000);
  expect(await position()).toBe(5);
  await pauseButton(page).click();
  await page.getByRole('button', { name: 'Show the position to the millisecond' }).click();
  await expect(page.getByRole('button', { name: 'Show the position in samples' })).toContainText(
    /0:00:05\.\d{3}/,
  );

  await page.getByRole('slider', { name: 'Position' }).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const out = page.getByRole('button', { name: 'Zoom out' });
  await expect(out).toBeEnabled();
  // Five seconds of twenty are in sight about the playhead, which rests in the loop: its beginning is at 0.3 at least, where of
  // the whole it is at a quarter.
  const wave = (await page.getByRole('slider', { name: 'Position' }).boundingBox())!;
  const handle = (await begins!.boundingBox())!;
  expect((handle.x - wave.x) / wave.width).toBeGreaterThan(0.275);
  await page.keyboard.press('0');
  await expect(out).toBeDisabled();
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('the queue is in sight on a tablet', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await openWith(page, [tone('a.wav', 4), tone('b.wav', 4)]);
  await expect(row(page, 'a')).toBeInViewport({ ratio: 1 });
  await expect(row(page, 'b')).toBeInViewport({ ratio: 1 });
});
