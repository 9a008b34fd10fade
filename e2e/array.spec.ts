import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const above = (page: Page) => page.getByRole('group', { name: 'From above' });
const front = (page: Page) => page.getByRole('group', { name: 'From the front' });
const driver = (view: Locator, id: string) =>
  view.getByRole('slider', { name: new RegExp(`^Driver \\d+, ${id},`) });
const said = (page: Page) => page.getByRole('tabpanel', { name: 'Device' }).getByRole('status').first();
const undo = (page: Page) =>
  page.getByRole('group', { name: 'This design' }).getByRole('button', { name: 'Undo' });

/** The designer on its device tab, heard on headphones so that the device itself plays. */
async function openDevice(page: Page, preset = /^Laptop/): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('radio', { name: 'Design' }).click();
  await page.getByRole('radio', { name: 'Headphones' }).click();
  await page.getByRole('radio', { name: preset }).click();
  await page.getByRole('tab', { name: 'Device' }).click();
  await expect(driver(above(page), 'left')).toBeVisible();
}

async function middleOf(mark: Locator): Promise<{ x: number; y: number }> {
  const box = (await mark.locator('circle').first().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes hold of a mark and moves it, px, without letting go. */
async function dragBy(page: Page, mark: Locator, x: number, y: number): Promise<void> {
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const from = await middleOf(mark);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x, from.y + y, { steps: 8 });
}

test('drivers are dragged and moved by keys, each drag one step to undo, and designed at once', async ({
  page,
}) => {
  await openDevice(page);
  const left = driver(above(page), 'left');
  // Without the zone, which is mapped coarse and then fine.
  const figures = async (): Promise<string> =>
    (await page.getByLabel('Figures of this design', { exact: true }).innerText()).replace(/Zone[^]*/, '');
  await expect(left).toHaveAttribute('aria-valuetext', 'front 0 cm, left 12 cm, up 0 cm');

  await left.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(left).toHaveAttribute('aria-valuetext', 'front 0 cm, left 12.1 cm, up 0 cm');
  await driver(front(page), 'left').focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(left).toHaveAttribute('aria-valuetext', 'front 0 cm, left 12.1 cm, up 1 cm');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(left).toHaveAttribute('aria-valuetext', 'front 0 cm, left 12 cm, up 0 cm');

  const before = await figures();
  await dragBy(page, left, 30, 12);
  await page.waitForTimeout(1200);
  await page.mouse.move(10, 10, { steps: 3 });
  const from = await middleOf(driver(above(page), 'right'));
  await page.mouse.move(from.x - 60, from.y, { steps: 5 });
  await page.mouse.up();
  // On the grid of 5 mm.
  const place = (await left.getAttribute('aria-valuetext'))!;
  for (const [, centimetres] of place.matchAll(/(−?[\d.]+) cm/g))
    expect(Number(centimetres.replace('−', '-')) % 0.5).toBeCloseTo(0, 9);
  await expect.poll(figures).not.toBe(before);
  const dragged = await figures();
  await page.keyboard.press('Control+z');
  await expect(left).toHaveAttribute('aria-valuetext', 'front 0 cm, left 12 cm, up 0 cm');
  await expect.poll(figures).not.toBe(dragged);
});

test('a place in another driver is refused with the reason, and what was before stays', async ({ page }) => {
  await openDevice(page);
  const [left, right] = [driver(above(page), 'left'), driver(above(page), 'right')];
  await left.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const [from, to] = [await middleOf(left), await middleOf(right)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 2 });
  await expect(said(page)).toContainText(/“left” would overlap “right” by \d+/);
  await page.mouse.up();
  await expect(said(page)).toContainText('What was before stays');
  expect(await left.getAttribute('aria-valuetext')).not.toContain('left −12 cm');
  await expect(page.getByText('This design cannot be made')).toHaveCount(0);

  // Typed, it stands as it was typed, with the rule; what plays is the last good design.
  const typed = page.getByLabel('Left of driver left', { exact: true });
  await typed.fill('-110 mm');
  await typed.press('Enter');
  await expect(page.getByText('This design cannot be made')).toBeVisible();
  await expect(page.getByText(/a place clear of driver "left", overlaps by 20 mm/).first()).toBeVisible();
  await typed.fill('35 mm');
  await typed.press('Enter');
  await expect(typed).toHaveValue('3.5');
  await expect(page.getByText('This design cannot be made')).toHaveCount(0);
});

test('drivers are mirrored, added, numbered and removed', async ({ page }) => {
  await openDevice(page);
  const left = driver(above(page), 'left');
  await left.focus();
  for (let press = 0; press < 2; press++) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('group', { name: 'Driver 1, left' }).getByRole('button', { name: 'Mirror' }).click();
  await expect(said(page)).toHaveText('“right” is now the mirror image of “left”.');
  await expect(driver(above(page), 'right')).toHaveAttribute(
    'aria-valuetext',
    'front 2 cm, left −12 cm, up 0 cm',
  );

  await page.getByRole('button', { name: 'Add a driver' }).click();
  await expect(page.getByRole('group', { name: 'Driver 3, d3' })).toBeVisible();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await page.getByRole('button', { name: 'Mirror left to right' }).click();
  await expect(said(page)).toContainText('1 driver on each side');
  await undo(page).click();
  await page.getByRole('button', { name: 'Number left to right' }).click();
  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(5);
  await driver(front(page), 'd4').focus();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(4);
  // The last one is gone: its neighbour has the focus.
  await expect(driver(front(page), 'd3')).toBeFocused();
});

test('generators say their ranges, show what they make, and are undone', async ({ page }) => {
  await openDevice(page);
  await page.getByRole('button', { name: 'Generate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Drivers', { exact: true }).fill('40');
  await dialog.getByLabel('Drivers', { exact: true }).press('Enter');
  await expect(dialog.getByText('Enter a whole number from 1 to 32')).toBeVisible();
  await dialog.getByLabel('Drivers', { exact: true }).fill('5');
  await dialog.getByLabel('Spacing', { exact: true }).fill('30 mm');
  await dialog.getByLabel('Spacing', { exact: true }).press('Enter');
  await expect(dialog.getByText('“d2” would overlap “d1” by 10 mm.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Put in place' })).toBeDisabled();

  await dialog.getByLabel('Arrangement', { exact: true }).selectOption('smart-speaker');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await dialog.getByRole('button', { name: 'Put in place' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(above(page).getByRole('slider', { name: /^Driver/ })).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'Bands of the drivers' })).toContainText('40–300 Hz');
  await undo(page).click();
  await expect(above(page).getByRole('slider', { name: /^Driver/ })).toHaveCount(2);
});

test('a sphere carries its drivers along, and the listener and head positions are dragged', async ({
  page,
}) => {
  await openDevice(page, /^Smart speaker/);
  await above(page)
    .getByRole('slider', { name: /^Radius of the sphere/ })
    .focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(driver(above(page), 'left')).toHaveAttribute(
    'aria-valuetext',
    'front 0 cm, left 10 cm, up 0 cm',
  );
  await driver(above(page), 'front').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  // Around to the far side and down: the focus stays.
  await driver(front(page), 'right').focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+ArrowRight');
  for (let press = 0; press < 2; press++) await page.keyboard.press('Shift+ArrowDown');
  await expect(driver(front(page), 'right')).toBeFocused();
  await expect(driver(front(page), 'right')).toHaveAttribute('aria-valuetext', /^front −/);
  const { violations } = await new AxeBuilder({ page }).include('[role=tabpanel]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await page.getByRole('radio', { name: 'Wall' }).click();
  await expect(said(page)).toContainText(/into the wall, by up to \d+ mm/);
  await page.getByRole('button', { name: 'Add a position' }).click();
  await page.getByRole('radio', { name: 'Listener too' }).click();
  await dragBy(page, above(page).getByRole('slider', { name: 'Head position 2' }), -20, 0);
  await page.mouse.up();
  expect(await page.getByLabel('Position 2, Left', { exact: true }).inputValue()).not.toBe('5');
  const distance = page.getByLabel('Distance', { exact: true });
  const before = await distance.inputValue();
  const listener = above(page).getByRole('slider', { name: 'Listener' });
  await listener.focus();
  await page.keyboard.press('Shift+ArrowUp');
  expect(Number(await distance.inputValue())).toBeCloseTo(Number(before) - 0.01, 6);
});
