import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PRESETS } from '../src/design/presets.ts';
import { measuredCircle } from '../src/design/testing/measured-circle.ts';
import { measuredEars } from '../src/design/testing/measured-ears.ts';
import { writeSofa } from '../src/export/sofa-writer.ts';
import { wavFile } from '../src/export/wav-file.ts';
import { planesOf } from '../src/measured/named-files.ts';
import { emittersContent } from '../src/measured/testing/circle-sofa.ts';

interface Wav {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function wav(name: string, planes: readonly Float32Array[], rate: number): Wav {
  return { name, mimeType: 'audio/wav', buffer: Buffer.from(wavFile(planes, rate)) };
}

/** A stereo file for each driver of the laptop, as measured at the ears; the right ear hears half as much. */
function earFiles(): Wav[] {
  const { responses, taps, sampleRateHz } = measuredEars(PRESETS.laptop, 0.5);
  const planes = planesOf(responses, taps);
  return ['left', 'right'].map((id, driver) =>
    wav(`desk ${id}.wav`, planes.slice(2 * driver, 2 * driver + 2), sampleRateHz),
  );
}

/** A mono file for each driver and azimuth of the smart speaker. */
function driverFiles(): Wav[] {
  const { device } = PRESETS['smart-speaker'];
  const { responses, taps, azimuthsDeg, sampleRateHz } = measuredCircle(device, { stepDeg: 30 });
  const planes = planesOf(responses, taps);
  return device.drivers.flatMap(({ id }, driver) =>
    azimuthsDeg.map((azimuth, at) =>
      wav(`${id}_az${azimuth}.wav`, [planes[driver * azimuthsDeg.length + at]!], sampleRateHz),
    ),
  );
}

async function openDevice(page: Page, preset?: RegExp): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  if (preset) await page.getByRole('radio', { name: preset }).click();
  await page.getByRole('radio', { name: 'Design' }).click();
  await page.getByRole('tab', { name: 'Device' }).click();
}

const region = (page: Page, name: string) => page.getByRole('region', { name });

async function choose(page: Page, group: string, files: readonly Wav[]): Promise<void> {
  await region(page, group)
    .getByRole('button', { name: /^Open / })
    .click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles([...files]);
}

async function seriousFindings(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

test('responses measured at the ears are mapped, designed on, kept over a reload, and left by undo', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await openDevice(page);
  await page.getByRole('button', { name: 'Listen on headphones' }).click();

  // One that is mono is refused by name, and nothing is lost.
  const files = earFiles();
  const mono = wav('desk right.wav', [new Float32Array(64).fill(0.5)], 48_000);
  await choose(page, 'At the ears', [files[0]!, mono]);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(
    'desk right.wav: expected 2 channels, left and right ear, got 1: it is mono',
  );

  await dialog.locator('input[type=file]').setInputFiles(files);
  const left = dialog.getByRole('combobox', { name: 'left, left ear' });
  await expect(left.locator('option:checked')).toHaveText('desk left.wav, channel 1');
  await dialog.getByRole('button', { name: 'Exchange the ears' }).click();
  await expect(left.locator('option:checked')).toHaveText('desk left.wav, channel 2');
  await dialog.getByRole('button', { name: 'Exchange the ears' }).click();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My desk');
  await dialog.getByRole('button', { name: 'Design on it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Measured in place: “My desk”.').first()).toBeVisible({ timeout: 15_000 });
  await expect(region(page, 'At the ears')).toContainText('2 drivers, 4,096 samples at 48 kHz');
  await page.getByRole('tab', { name: 'Cancellation' }).click();
  await expect(page.getByText('Separation at the ears, measured in place').first()).toBeVisible();
  await expect(page.getByText(/^Separation .+ at 1 kHz;.+ Measured in place: “My desk”\.$/)).toBeVisible();
  await page.getByRole('tab', { name: 'Beam' }).click();
  await expect(page.getByText(/Computed in free field: what was measured in place/).first()).toBeVisible();

  await page.reload();
  await page.getByRole('radio', { name: 'Design' }).click();
  await expect(page.getByText('Measured in place: “My desk”.').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Device' }).click();
  const chosen = region(page, 'At the ears').getByRole('combobox');
  await chosen.selectOption('model');
  await expect(page.getByText('Measured in place: “My desk”.')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(chosen.locator('option:checked')).toHaveText('My desk');
  await region(page, 'At the ears').getByRole('button', { name: 'Forget My desk' }).click();
  await expect(chosen.getByRole('option')).toHaveCount(1);
  // What was forgotten is said to be missing, also where undo brings the design back to it.
  await page.keyboard.press('Control+z');
  await expect(region(page, 'At the ears')).toContainText('“My desk” is not in this browser');
  expect(problems).toEqual([]);
});

test('drivers measured over azimuth are put on the device', async ({ page }) => {
  await openDevice(page, /^Smart speaker/);
  await page.getByRole('button', { name: 'Listen on headphones' }).click();
  const files = driverFiles();
  await choose(page, 'Measured drivers', files.slice(1));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText(
    /expected one response at −?\d+°, got none|expected one every 30°/,
  );
  // The same as one SOFA file, an emitter for each driver.
  const { device } = PRESETS['smart-speaker'];
  const content = emittersContent(measuredCircle(device, { stepDeg: 30 }));
  const sofa = { name: 'around.sofa', mimeType: '', buffer: Buffer.from(await writeSofa(content)) };
  await dialog.locator('input[type=file]').setInputFiles([sofa]);
  await expect(dialog).toContainText('Read as GeneralFIR-E: microphones around the device.');
  await expect(dialog.getByRole('spinbutton', { name: 'Microphone' })).toHaveValue('2');
  await dialog.locator('input[type=file]').setInputFiles(files);
  await expect(dialog).toContainText('12 azimuths from −150° to 180°');
  await dialog.getByRole('spinbutton', { name: 'Microphone' }).fill('2');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Put the drivers on it' }).click();
  await expect(page.getByText(/^Drivers as measured: “/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('radio', { name: 'Measured', exact: true })).toBeChecked();
  await expect(region(page, 'Measured drivers')).toContainText('12 azimuths at 2 m');
  await page.getByRole('tab', { name: 'Zone' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });
});
