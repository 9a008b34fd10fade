import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

async function openDesigner(page: Page, tab: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('radio', { name: 'Design' }).click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

/** What a button of a figure's exports hands over. */
async function saved(page: Page, kind: 'CSV' | 'SVG'): Promise<string> {
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: new RegExp(`^Save .* as ${kind}$`) })
    .first()
    .click();
  return readFile(await (await download).path(), 'utf8');
}

async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const PICTURES = [
  { picture: 'Filters of the drivers', heading: /magnitude of each driver/, column: 'magnitude of driver' },
  { picture: 'Directivity figures', heading: 'Directivity index, sphere', column: 'Left (dB)' },
  { picture: 'CTA-2034', heading: /^CTA-2034 of/, column: 'Sound power DI (dB)' },
  { picture: 'Polar map', heading: /^Directivity of/, column: 'level at -90° (dB)' },
  { picture: 'Polar slices', heading: /^Level over azimuth/, column: 'level at -90° (dB)' },
  { picture: 'Balloon', heading: /^Balloon of/, column: 'elevation (°)' },
  { picture: 'Virtual pair', heading: 'Level between the ears, left channel', column: 'This design (dB)' },
  { picture: 'Matrix and beamformer', heading: /^Plain matrix/, column: 'level at -90° (dB)' },
  { picture: 'Driver mismatch', heading: /mismatched drivers/, column: '5 to 95 %, low (dB)' },
] as const;

test('every picture of a design is drawn, with its table and its vector file', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await openDesigner(page, 'Analysis');
  for (const { picture, heading, column } of PICTURES) {
    await page.getByLabel('Picture', { exact: true }).selectOption({ label: picture });
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    const csv = await saved(page, 'CSV');
    expect(csv.split('\r\n')[0], picture).toContain(column);
    expect(csv).not.toContain('NaN');
    // The vector file waits for plotly, which the first picture fetches.
    await expect(page.getByRole('img', { name: heading }).first()).toBeVisible();
    await expect(page.getByText('Drawing', { exact: true })).toHaveCount(0);
    expect(await saved(page, 'SVG'), picture).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
  }
  expect(problems).toEqual([]);
  expect(await seriousIn(page)).toEqual([]);
});

test('slices refuse what is no frequency, and the balloon is turned by keys and read by the pointer', async ({
  page,
}) => {
  await openDesigner(page, 'Analysis');
  await page.getByLabel('Picture', { exact: true }).selectOption({ label: 'Polar slices' });
  await expect(page.getByText(/Beamwidth: 500 Hz/)).toBeVisible();
  await page.getByLabel('Frequencies (Hz)', { exact: true }).fill('1k, 5');
  await expect(page.getByText('Frequency 2: expected 20 to 20000 Hz, got 5')).toBeVisible();
  await page.getByLabel('Frequencies (Hz)', { exact: true }).fill('800, 1.6k');
  await expect(page.getByText(/Beamwidth: 800 Hz .*, 1\.6 kHz/)).toBeVisible();

  await page.getByLabel('Picture', { exact: true }).selectOption({ label: 'Balloon' });
  const solid = page.getByRole('application', { name: /arrow keys turn it/ });
  await expect(solid).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Audience' })).toBeChecked();
  await page.getByRole('radio', { name: 'Front' }).click();
  const box = (await solid.boundingBox())!;
  await solid.hover({ position: { x: box.width / 2 - 60, y: box.height / 2 } });
  await expect(page.getByText(/^Azimuth \d+°, elevation/)).toBeVisible();
  await solid.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Front' })).not.toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Front' })).toBeChecked();
  expect(await seriousIn(page)).toEqual([]);
});

test('two designs are held against each other: a preset, and this one before its edits', async ({ page }) => {
  await openDesigner(page, 'Compare');
  await expect(page.getByText('Two designs side by side')).toBeVisible();
  await page.getByLabel('Compare with', { exact: true }).selectOption({ label: 'Preset: Soundbar' });
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  // Eight drivers with a beam against two without one.
  await expect(row('Beam rejection')).toContainText('The other', { timeout: 30_000 });
  await expect(row('Latency')).toContainText('Alike');
  await expect(page.getByRole('img', { name: 'Separation of both designs' })).toBeVisible();
  expect((await saved(page, 'CSV')).split('\r\n')[0]).toBe('frequency (Hz),The other (dB),This design (dB)');
  await page.getByLabel('Shown', { exact: true }).selectOption({ label: 'Polar map' });
  await expect(page.getByRole('img', { name: /Polar map, centre column/ })).toBeVisible();
  await page.getByLabel('Shown', { exact: true }).selectOption({ label: 'Listening zone' });
  await expect(page.getByRole('heading', { name: /m² at 10\.0 dB or more/ })).toHaveCount(2);
  await page.getByLabel('As', { exact: true }).selectOption({ label: 'Difference' });
  await page.getByLabel('Of the zone', { exact: true }).selectOption({ label: 'Image of centre' });
  await expect(page.getByRole('img', { name: 'Image of centre: this design less the other' })).toBeVisible();
  await expect(page.getByText(/^Zone of this design [\d.]+ m², of the other/)).toContainText('better');
  expect((await saved(page, 'CSV')).split('\r\n')[0]).toBe('front (m),left (m),Difference: Azimuth (°)');
  expect(await seriousIn(page)).toEqual([]);

  await page
    .getByLabel('Compare with', { exact: true })
    .selectOption({ label: 'This design before its edits' });
  await expect(row('Separation, mean')).toContainText('Alike');
  await page.getByRole('tab', { name: 'Cancellation' }).click();
  await page.getByRole('slider', { name: 'Target cancellation gain' }).focus();
  await page.keyboard.press('PageDown');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(row('Separation, mean')).toContainText('The other');
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await page.getByLabel('Compare with', { exact: true }).selectOption('snapshot:1');
  await expect(row('Separation, mean')).toContainText('Alike');
  // The page anew.
  await openDesigner(page, 'Compare');
  await expect(page.getByText('1 snapshot, kept in this browser')).toBeVisible();
  await page.getByLabel('Compare with', { exact: true }).selectOption('snapshot:1');
  await page.getByRole('button', { name: 'Remove snapshot 1' }).click();
  await expect(page.getByText('Two designs side by side')).toBeVisible();
  await expect(
    page.getByLabel('Compare with', { exact: true }).locator('option[value="snapshot:1"]'),
  ).toHaveCount(0);
});

test('the report is light, complete and printed on pages of its own, and leads back', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openDesigner(page, 'Device');
  await page.getByRole('button', { name: 'Report' }).click();
  expect(new URL(page.url()).hash).toBe('#report');
  await expect(page.getByText(/^Ready: \d+ figures$/)).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Design report: Laptop');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(
    page.getByRole('img', { name: /^Separation at the ears\. Separation [\d.]+ dB at 1 kHz/ }),
  ).toBeVisible();
  for (const name of [
    /^Left column at 4 kHz\. Left column\. .*1\/3 octave/,
    /^Centre column over azimuth\. /,
    /^Critical dist/,
  ]) {
    const picture = page.getByRole('img', { name });
    await expect(picture).toHaveJSProperty('complete', true);
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  }
  await expect(page.getByRole('table').getByText('Critical distance')).toBeVisible();
  expect(await seriousIn(page)).toEqual([]);
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    // Words on two pages, fifteen whole figures of which two fit on one, seven half as wide, a table.
    expect(pages).toBeGreaterThanOrEqual(9);
    expect(pages).toBeLessThanOrEqual(14);
  }
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Device' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // A link to it opens it at once, in the width of a phone too.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/#report');
  await page.reload();
  await expect(page.getByText(/^Ready: \d+ figures$/)).toBeVisible({ timeout: 45_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Back to the designer' }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await context.close();
});
