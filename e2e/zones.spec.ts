import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

async function openTab(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('radio', { name: 'Design' }).click();
  // On headphones the document itself is designed: its listener can be moved.
  await page.getByRole('button', { name: 'Listen on headphones' }).click();
  await page.getByRole('tab', { name, exact: true }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('[role="tabpanel"]').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

const shown = (page: Page) => page.getByRole('tabpanel').getByRole('combobox', { name: 'Shown' });
const cell = (page: Page, row: string, column: number) =>
  page.getByRole('row', { name: row }).getByRole('cell').nth(column);
const metres = (text: string | null) => Number(/([\d.]+) m²/.exec(text ?? '')?.[1]);

test('a listening zone is mapped: its quantity, threshold and band chosen, every figure read at a point', async ({
  page,
}) => {
  await openTab(page, 'Zone');
  const title = page.getByRole('tabpanel').getByRole('heading', { level: 3 }).first();
  await expect(title).toHaveText(/^Separation, mean: [\d.]+ m² at 10\.0 dB or more$/);
  const map = page.getByRole('img', { name: /^Separation, mean/ });
  await expect(map.locator('.contourlayer')).not.toHaveCount(0);

  // Less is asked for, over a larger area.
  const before = metres(await title.textContent());
  const threshold = page.getByRole('tabpanel').getByRole('slider', { name: 'Threshold' });
  await threshold.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await expect(title).toHaveText(/at 6\.0 dB or more$/);
  expect(metres(await title.textContent())).toBeGreaterThan(before);

  // Beside the listener the voice moves to the side; back at the listener it is in the middle.
  await shown(page).selectOption('azimuthCentre');
  await expect(page.getByRole('img', { name: /^Image of centre: .* within ±10°/ })).toBeVisible();
  await expect(cell(page, 'Image of centre', 0)).toHaveText('0°');
  const point = page.getByRole('slider', { name: 'Reading point' });
  await point.focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight');
  await expect(point).toHaveAttribute('aria-valuetext', /to the right: Image of centre −?\d+°$/);
  await expect(cell(page, 'Image of centre', 0)).not.toHaveText('0°');
  await expect(cell(page, 'Image of centre', 1)).toHaveText('0°');
  await expect(cell(page, 'Separation, mean', 0)).not.toHaveText(
    (await cell(page, 'Separation, mean', 1).textContent())!,
  );

  // The map of images ends where ears have no time differences.
  await page.getByRole('combobox', { name: 'Band' }).selectOption('4000');
  await expect(page.getByText(/time differences below 1\.5 kHz only/)).toBeVisible();
  await expect(cell(page, 'Image of centre', 1)).toHaveText('–');
  await page.getByRole('combobox', { name: 'Band' }).selectOption('broad');
  await expect(cell(page, 'Image of centre', 1)).toHaveText('0°');
  await expectAccessible(page);

  // Sitting down there is an edit like any other.
  const lateral = page.getByRole('spinbutton', { name: 'To the left' });
  await expect(lateral).toHaveValue('0');
  await page.getByRole('button', { name: 'Put the listener here' }).click();
  await expect(lateral).not.toHaveValue('0');
  await expect(cell(page, 'Image of centre', 1)).not.toHaveText('–');
  await page.keyboard.press('Control+z');
  await expect(lateral).toHaveValue('0');
});

test('the map is pressed at, and its point dragged', async ({ page }) => {
  await openTab(page, 'Zone');
  const point = page.getByRole('slider', { name: 'Reading point' });
  await point.scrollIntoViewIfNeeded();
  const start = (await point.boundingBox())!;
  const [x, y] = [start.x + start.width / 2, start.y + start.height / 2];
  await page.mouse.click(x - 30, y - 40);
  await expect(point).toHaveAttribute('aria-valuetext', /m to the left/);
  const pressed = (await point.boundingBox())!;
  expect(Math.abs(pressed.x - (start.x - 30))).toBeLessThan(3);
  expect(Math.abs(pressed.y - (start.y - 40))).toBeLessThan(3);
  await page.mouse.move(x - 30, y - 40);
  await page.mouse.down();
  await page.mouse.move(x + 20, y - 10, { steps: 4 });
  await page.mouse.up();
  await expect(point).toHaveAttribute('aria-valuetext', /m to the right/);
  await page.getByRole('button', { name: 'Back to the listener' }).click();
  await expect(point).toHaveAttribute('aria-valuetext', /on axis/);
});

test('depth is shown for a room, before and after', async ({ page }) => {
  await openTab(page, 'Depth');
  await page.getByRole('button', { name: 'Add a room' }).click();
  await expect(page.getByRole('img', { name: /^Direct-to-reverberant ratio at/ })).toBeVisible();
  const table = page.getByRole('region', { name: 'Depth at the listener' });
  await expect(table.getByRole('row', { name: /^Direct to reverberant Design/ })).toBeVisible();
  await expect(table.getByText(/^(not )?heard$/).first()).toBeVisible();

  // Four times the reverberation: half the critical distance.
  const critical = table
    .getByRole('row', { name: /^Critical distance Design/ })
    .getByRole('cell')
    .last();
  const inMetres = async () => Number(/[\d.]+/.exec((await critical.textContent()) ?? '')?.[0]);
  const before = await inMetres();
  const time = page.getByRole('spinbutton', { name: 'Reverberation time' });
  await time.fill('1.6');
  await time.press('Enter');
  await expect.poll(async () => Math.abs((await inMetres()) - before / 2)).toBeLessThan(0.011);

  await shown(page).selectOption('distance');
  await expect(page.getByRole('img', { name: /over distance$/ })).toBeVisible();
  await shown(page).selectOption('critical');
  await expect(page.getByRole('img', { name: 'Critical distance' })).toBeVisible();
  await expectAccessible(page);

  // A room that the device does not fit into is refused at its field.
  const device = page.getByRole('spinbutton', { name: 'Device, front' });
  await device.fill('7');
  await device.press('Enter');
  await expect(page.getByText(/expected a number between 0 and 5/).first()).toBeVisible();
});
