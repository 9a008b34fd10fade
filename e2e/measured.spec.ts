import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeSofa } from '../src/export/sofa-writer.ts';
import { HEAD, sphereContent } from '../src/measured/testing/sphere-sofa.ts';

const sofaFile = async (name: string) => ({
  name,
  mimeType: 'application/x-hdf5',
  // A head that is wider than the model, so that it hears something else.
  buffer: Buffer.from(await writeSofa(sphereContent({ ...HEAD, radiusM: 0.1, maxElevationDeg: 10 }))),
});

async function openCancellation(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('radio', { name: 'Design' }).click();
  await page.getByRole('tab', { name: 'Cancellation' }).click();
}

const group = (page: Page) => page.getByRole('region', { name: 'Heard by' });
const choice = (page: Page) => group(page).getByRole('combobox', { name: 'Head' });
const figures = (page: Page) => group(page).getByText(/\d+\.\d dB from 300 Hz to 8 kHz/);

test('a measured head hears the design beside the model, is remembered, and is left again', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await openCancellation(page);
  await group(page)
    .locator('input[type=file]')
    .setInputFiles(await sofaFile('sphere.sofa'));
  await expect(figures(page)).toBeVisible({ timeout: 15_000 });
  await expect(group(page)).toContainText('Measured at 1.40 m');
  await expect(page.getByText('Separation on Sphere, a rigid one')).toBeVisible();

  // It follows an edit.
  const before = await figures(page).textContent();
  await page.getByRole('slider', { name: 'Target cancellation gain' }).focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => figures(page).textContent()).not.toBe(before);

  // A file that is no head leaves it where it is.
  const wrong = { name: 'song.sofa', mimeType: 'application/x-hdf5', buffer: Buffer.from('RIFF song') };
  await group(page).locator('input[type=file]').setInputFiles(wrong);
  await expect(page.getByText('“song.sofa” is no head that can hear')).toBeVisible();
  await expect(page.getByText(/expected a SOFA file, which is HDF5/)).toBeVisible();
  await expect(choice(page).locator('option:checked')).toHaveText('Sphere, a rigid one');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await openCancellation(page);
  await expect(figures(page)).toBeVisible({ timeout: 15_000 });
  await page.getByRole('tab', { name: 'Analysis' }).click();
  await page.getByRole('combobox', { name: 'Picture' }).selectOption('pair');
  for (const name of ['Loudspeaker at 30°', 'This design']) {
    await expect(page.getByText(`${name} on Sphere, a rigid one`)).toBeVisible();
  }
  await page.getByRole('combobox', { name: 'Head' }).selectOption('model');
  await expect(page.getByText('on Sphere, a rigid one')).toHaveCount(0);

  await page.getByRole('tab', { name: 'Cancellation' }).click();
  await choice(page).selectOption({ label: 'Sphere, a rigid one' });
  await expect(figures(page)).toBeVisible();
  await group(page).getByRole('button', { name: 'Forget Sphere, a rigid one' }).click();
  await expect(choice(page).getByRole('option')).toHaveCount(1);
  expect(problems).toEqual([]);
});

test('a head dropped on the page is opened', async ({ page }) => {
  await openCancellation(page);
  const { name, buffer } = await sofaFile('dropped.sofa');
  const transfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    { name, bytes: [...buffer] },
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('a measured head (SOFA)')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(figures(page)).toBeVisible({ timeout: 15_000 });
});
