import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

/** Opens the designer on the smart speaker, heard on headphones: a design of three drivers with a hole in its beam. */
async function openDesigner(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('radio', { name: 'Headphones' }).click();
  await page.getByRole('radio', { name: /^Smart speaker/ }).click();
  await page.getByRole('radio', { name: 'Design' }).click();
}

async function drag(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('a target curve is dragged, pasted, added to and told why it is not reached', async ({ page }) => {
  await openDesigner(page);
  await page.getByRole('tab', { name: 'Cancellation' }).click();
  const points = page.getByRole('slider', { name: /^Target curve, point \d+$/ });
  const third = page.getByRole('slider', { name: 'Target curve, point 3' });
  await expect(third).toHaveAttribute('aria-valuetext', '15.0 dB at 2 kHz');

  // What limits it, in words.
  const limits = page.getByText('Where the target does not decide').locator('..');
  await expect(limits).toContainText(/ka = \d+\.\d, spatial aliasing/);
  await expect(limits).toContainText('effort cap 12 dB reached');

  const caption = page.getByText(/^Separation \d+\.\d dB at 1 kHz/);
  const before = await caption.textContent();
  await drag(page, page.getByRole('slider', { name: 'Target curve, point 2' }), 0, 60);
  await expect(caption).not.toHaveText(before!);

  await third.focus();
  await page.keyboard.press('ArrowDown');
  await expect(third).toHaveAttribute('aria-valuetext', '14.5 dB at 2 kHz');
  await page.keyboard.press('Insert');
  await expect(points).toHaveCount(6);
  await page.keyboard.press('Delete');
  await expect(points).toHaveCount(5);

  const plot = page.getByRole('img', { name: 'Separation at the ears' });
  const { width } = (await plot.boundingBox())!;
  await plot.dblclick({ position: { x: 0.45 * width, y: 60 } });
  await expect(points).toHaveCount(6);

  await paste(page, 'Hz;dB\n300;2,5\n1000,5;12\n8000;9');
  await expect(points).toHaveCount(3);
  await expect(page.getByRole('slider', { name: 'Target curve, point 2' })).toHaveAttribute(
    'aria-valuetext',
    '12.0 dB at 1 kHz',
  );
  await paste(page, '300;2,5\n200;3');
  await expect(page.getByText('Line 2: expected a frequency above 300 Hz, points ascending')).toBeVisible();
  await expect(points).toHaveCount(3);

  await page.getByRole('button', { name: 'As a table' }).click();
  const table = page.getByRole('textbox', { name: 'Frequency (Hz) and gain (dB)' });
  await expect(table).toHaveValue('Hz\tdB\n300\t2.5\n1000.5\t12\n8000\t9');
  await table.fill('300 loud');
  await expect(page.getByText('Line 1: expected a gain in dB')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this curve' })).toBeDisabled();
  expect(await seriousProblems(page)).toEqual([]);
  await table.fill('300 5\n6000 10');
  await page.getByRole('button', { name: 'Use this curve' }).click();
  await expect(points).toHaveCount(2);

  await page.getByRole('switch', { name: 'Driver mismatch' }).click();
  await expect(page.getByText('With mismatch')).toBeVisible({ timeout: 30_000 });
  expect(await seriousProblems(page)).toEqual([]);
});

test('nulls and the listening window are moved on the map, from above, by keys and by numbers', async ({
  page,
}) => {
  await openDesigner(page);
  await page.getByRole('tab', { name: 'Beam' }).click();
  const first = page.getByRole('slider', { name: 'Null 1', exact: true });
  const second = page.getByRole('slider', { name: 'Null 2', exact: true });
  await expect(first).toHaveAttribute('aria-valuetext', '90°');

  // On the map left is up; the mirrored null goes along.
  await drag(page, first, 0, -30);
  await expect(first).not.toHaveAttribute('aria-valuetext', '90°');
  const moved = Number(await first.getAttribute('aria-valuenow'));
  await expect(second).toHaveAttribute('aria-valuenow', String(-moved));
  await page.getByRole('switch', { name: 'Left and right alike' }).click();
  await first.focus();
  await page.keyboard.press('ArrowUp');
  await expect(first).toHaveAttribute('aria-valuenow', String(moved + 1));
  await expect(second).toHaveAttribute('aria-valuenow', String(-moved));

  await page.getByRole('slider', { name: 'Null 2, width' }).focus();
  await page.keyboard.press('Shift+ArrowUp');
  const group = page.getByRole('group', { name: 'Null 2' });
  await expect(group.getByRole('spinbutton', { name: 'Width' })).toHaveValue('30');
  await group.getByRole('spinbutton', { name: 'Deeper by' }).fill('6');
  await page.keyboard.press('Enter');
  await group.getByRole('combobox', { name: 'Shape' }).selectOption('raised-cosine');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);

  await page.getByRole('radio', { name: 'From above' }).click();
  const window = page.getByRole('slider', { name: 'Listening window' });
  await expect(window).toHaveAttribute('aria-valuetext', '±45°');
  await window.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('spinbutton', { name: 'Half its width' })).toHaveValue('44');
  await drag(page, first, 60, 60);
  await expect(first).not.toHaveAttribute('aria-valuenow', String(moved + 1));
  expect(await seriousProblems(page)).toEqual([]);

  await page.getByRole('switch', { name: 'Nulls of the side beams' }).click();
  await page.getByRole('radio', { name: 'Left map' }).click();
  await expect(page.getByRole('slider', { name: 'Side null 1', exact: true })).toHaveAttribute(
    'aria-valuetext',
    '−90°',
  );
  await page.getByRole('radio', { name: 'Rejection' }).click();
  await expect(page.getByText('Where the target does not decide').locator('..')).toContainText('ka = ');
  expect(await seriousProblems(page)).toEqual([]);

  const refused = page.getByRole('spinbutton', { name: 'Half its width' });
  await refused.fill('150');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('centre.beam.windowDeg: expected an angle from 5 to 120 degrees'),
  ).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(refused).toHaveValue('44');
});
