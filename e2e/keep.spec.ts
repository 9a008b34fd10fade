import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { SITE } from './servers.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const bar = (page: Page) => page.getByRole('group', { name: 'This design' });
const target = (page: Page) => page.getByRole('slider', { name: 'Target cancellation gain' });

async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
}

/** The designer on its cancellation tab. */
async function openDesigner(page: Page, fragment = ''): Promise<void> {
  await page.goto(`/${fragment}`);
  await ready(page);
  await page.getByRole('radio', { name: 'Design' }).click();
  await expect(target(page)).toBeVisible({ timeout: 15_000 });
}

async function targetDb(page: Page): Promise<number> {
  return Number(await target(page).getAttribute('aria-valuenow'));
}

/** One edit: Page Down goes ten steps at once. */
async function lowerTarget(page: Page): Promise<void> {
  await target(page).focus();
  await page.keyboard.press('PageDown');
}

/** What the realised filters reach at 1 kHz, where the target's peak is, dB. */
async function reachedDb(page: Page): Promise<number> {
  const text = await page
    .getByText(/Separation \d+\.\d dB at 1 kHz/)
    .first()
    .textContent();
  return Number(/Separation (\d+\.\d) dB/.exec(text ?? '')?.[1]);
}

/** What axe finds serious. */
async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

test('an edit is undone and redone by keys and by buttons, and designed each time', async ({ page }) => {
  await openDesigner(page);
  const undo = bar(page).getByRole('button', { name: 'Undo' });
  const redo = bar(page).getByRole('button', { name: 'Redo' });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  const before = await targetDb(page);
  await lowerTarget(page);
  const after = await targetDb(page);
  expect(after).toBeLessThan(before);
  // The realised filters follow their target within 0.5 dB once the newest design is there.
  const missedDb = async () => Math.abs((await reachedDb(page)) - (await targetDb(page)));
  await expect.poll(missedDb).toBeLessThan(0.5);

  await page.keyboard.press('Control+z');
  expect(await targetDb(page)).toBe(before);
  await expect.poll(missedDb).toBeLessThan(0.5);
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await redo.click();
  expect(await targetDb(page)).toBe(after);
  await undo.click();
  await page.keyboard.press('Control+Shift+z');
  expect(await targetDb(page)).toBe(after);

  // A whole drag is one step.
  const handle = page.getByRole('slider', { name: 'Target curve, point 2' });
  const place = await handle.getAttribute('aria-valuetext');
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 15);
  await page.waitForTimeout(1200);
  await page.mouse.move(box.x + 40, box.y + 30, { steps: 5 });
  await page.mouse.up();
  expect(await handle.getAttribute('aria-valuetext')).not.toBe(place);
  await page.keyboard.press('Control+z');
  await expect(handle).toHaveAttribute('aria-valuetext', place!);
  expect(await targetDb(page)).toBe(after);
});

test('a field keeps its own undo while something typed waits in it, and gives it back then', async ({
  page,
}) => {
  await openDesigner(page);
  const effort = page.getByLabel('Effort cap', { exact: true });
  const before = await effort.inputValue();
  await effort.fill('7.5');
  await page.keyboard.press('Control+z');
  await expect(effort).not.toHaveValue('7.5');
  await expect(bar(page).getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await effort.fill('7.5');
  await effort.press('Enter');
  await expect(bar(page).getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Control+z');
  await expect(effort).toHaveValue(before);
});

test('a link opens to the same design elsewhere, and what was there comes back with undo', async ({
  page,
  browser,
}) => {
  await openDesigner(page);
  await lowerTarget(page);
  const sent = await targetDb(page);
  await bar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(bar(page).getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`^${SITE}/#design=1\\.[\\w-]+$`));

  const elsewhere = await (await browser.newContext()).newPage();
  await openDesigner(elsewhere, link.slice(link.indexOf('#')));
  await expect(elsewhere.getByText('was opened from its link')).toBeVisible();
  expect(await targetDb(elsewhere)).toBe(sent);
  expect(new URL(elsewhere.url()).hash).toBe('');
  await elsewhere.keyboard.press('Control+z');
  expect(await targetDb(elsewhere)).not.toBe(sent);
  // While the page is open too, and a reload keeps what was opened.
  await elsewhere.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect.poll(() => targetDb(elsewhere)).toBe(sent);
  await elsewhere.reload();
  await ready(elsewhere);
  await elsewhere.getByRole('radio', { name: 'Design' }).click();
  expect(await targetDb(elsewhere)).toBe(sent);
  await elsewhere.context().close();
});

for (const [what, fragment, words] of [
  ['damaged', '#design=1.eJyrVkrLL8pNLFGyUirOz01VSM', 'This link carries no whole design'],
  ['too long', `#design=1.${'A'.repeat(40_000)}`, 'This link is too long for a design'],
  ['of a newer kind', '#design=2.eJw', 'This link needs another version of Soundstage'],
] as const) {
  test(`a link that is ${what} is refused kindly and the app opens as ever`, async ({ page }) => {
    await page.goto(`/${fragment}`);
    await expect(page.getByText(words)).toBeVisible({ timeout: 30_000 });
    await ready(page);
    expect(new URL(page.url()).hash).toBe('');
  });
}

test('a link that the browser does not let the page copy is there to be copied by hand', async ({ page }) => {
  await openDesigner(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  });
  await bar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByLabel('Link to this design', { exact: true })).toHaveValue(/#design=1\./);
});

/** The library, open, with what it lists. */
async function openLibrary(page: Page) {
  await page.getByRole('button', { name: 'Library' }).click();
  return page.getByRole('dialog', { name: 'Library of designs' });
}

async function saveAs(page: Page, name: string): Promise<void> {
  await bar(page).getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).last().fill(name);
  await page.keyboard.press('Enter');
}

test('a design is saved, listed after a reload, deleted and put back', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await openDesigner(page);
  await saveAs(page, 'My desk');
  await expect(page.getByText('Version 1')).toBeVisible();
  await openDesigner(page);
  const library = await openLibrary(page);
  await expect(library).toContainText('My desk');
  await page.getByRole('button', { name: 'Delete My desk' }).click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(library.getByRole('heading', { name: 'My desk' })).toBeVisible();
  expect(await seriousIn(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('two tabs share the library and each keeps its own unsaved work', async ({ page, context }) => {
  await openDesigner(page);
  await saveAs(page, 'My desk');
  await expect(bar(page)).toContainText('Version 1');
  const other = await context.newPage();
  await openDesigner(other);
  await expect(bar(other)).toContainText('My desk');
  const library = await openLibrary(other);
  await other.getByRole('button', { name: 'Rename My desk' }).click();
  await other.getByRole('textbox', { name: 'New name' }).fill('The kitchen');
  await other.keyboard.press('Enter');
  await expect(library.getByRole('heading', { name: 'The kitchen' })).toBeVisible();
  await other.keyboard.press('Escape');
  // What one tab does to the library the other one shows without being asked.
  await expect(bar(page)).toContainText('The kitchen');
  await lowerTarget(other);
  await bar(other).getByRole('button', { name: 'Save as version 2' }).click();
  await expect(bar(page)).toContainText('Version 1; the newest is 2');

  await lowerTarget(page);
  await lowerTarget(other);
  await lowerTarget(other);
  const unsaved = [await targetDb(page), await targetDb(other)];
  expect(unsaved[0]).not.toBe(unsaved[1]);
  for (const [at, tab] of [page, other].entries()) {
    await openDesigner(tab);
    expect(await targetDb(tab)).toBe(unsaved[at]);
  }
  await bar(page).getByRole('button', { name: 'Save as version 3' }).click();
  await expect(page.getByText('Another tab has saved version 2 meanwhile')).toBeVisible();
});

test('a full disk is told, nothing is lost, and saving goes on once there is room', async ({
  page,
  baseURL,
}) => {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(baseURL!);
  // Before anything is written: the browser goes on for half a minute with what it last knew to be free.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await openDesigner(page);
  await lowerTarget(page);
  const edited = await targetDb(page);
  await saveAs(page, 'My desk');
  await expect(page.getByText('The design was not saved: the disk is full')).toBeVisible();
  expect(await targetDb(page)).toBe(edited);
  const library = await openLibrary(page);
  await expect(library.getByText('The disk has no room for more')).toBeVisible();
  expect(await seriousIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await saveAs(page, 'My desk');
  await expect(bar(page)).toContainText('Version 1');
});

test('a design is exported for other programs, by keyboard, in an archive', async ({ page }) => {
  await openDesigner(page);
  await bar(page).getByRole('button', { name: 'Export' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export this design' });
  await expect(dialog.getByRole('radio', { name: /^CamillaDSP/ })).toBeChecked();
  expect(await seriousIn(page)).toEqual([]);
  // SOFA needs the HDF5 library in a worker; the others are text and WAV.
  for (const [name, holds] of [
    ['CamillaDSP', 'soundstage-stereo.yml'],
    ['SOFA', 'filters.sofa'],
  ] as const) {
    await dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save the archive' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`laptop-two-drivers-24-cm-apart-${name.toLowerCase()}.zip`);
    const files = unzipSync(await readFile(await saved.path()));
    expect(Object.keys(files)).toContain(`laptop-two-drivers-24-cm-apart/${holds}`);
    expect(Object.keys(files)).toContain('laptop-two-drivers-24-cm-apart/design.json');
    await expect(dialog.getByRole('status')).toContainText('was handed to the browser');
  }
  await dialog.getByRole('radio', { name: /^Design file/ }).click();
  const design = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  expect((await design).suggestedFilename()).toBe('laptop-two-drivers-24-cm-apart.json');
});
