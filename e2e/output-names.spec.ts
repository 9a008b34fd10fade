import { expect, test, type Page } from '@playwright/test';
import { playButton } from './tone.ts';

const output = (page: Page) => page.getByRole('combobox', { name: 'Output' });

async function open(page: Page): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
}

test('a remembered output that is not there is named, and the system’s plays', async ({ page }) => {
  // The context itself tells when it has another output.
  await page.addInitScript(() => {
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        this.addEventListener('sinkchange', () => document.body.setAttribute('data-sink', 'changed'));
      }
    };
  });
  await open(page);
  await output(page).selectOption({ label: 'Fake Audio Output 1' });
  await expect(page.locator('body[data-sink]')).toBeVisible();
  await page.addInitScript(() => {
    const all = MediaDevices.prototype.enumerateDevices;
    MediaDevices.prototype.enumerateDevices = async function () {
      return (await all.call(this)).filter(({ label }) => label !== 'Fake Audio Output 1');
    };
  });
  await page.reload();
  await expect(page.getByText('“Fake Audio Output 1” is not connected')).toBeVisible();
  await expect(output(page)).toHaveValue('');
});

test('outputs without names are asked for, and a refusal says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    const all = MediaDevices.prototype.enumerateDevices;
    let allowed = false;
    // As a browser that has not been allowed the microphone.
    MediaDevices.prototype.enumerateDevices = async function () {
      const devices = await all.call(this);
      return allowed ? devices : devices.filter(({ kind }) => kind === 'audiooutput').slice(0, 0);
    };
    MediaDevices.prototype.getUserMedia = async () => {
      if (!('letMe' in window)) throw new DOMException('Permission denied', 'NotAllowedError');
      allowed = true;
      return new MediaStream();
    };
  });
  await open(page);
  await expect(output(page).getByRole('option')).toHaveText(['System output', 'Other outputs…']);
  await output(page).selectOption({ label: 'Other outputs…' });
  await expect(page.getByText('The browser names no other outputs')).toBeVisible();
  await expect(output(page)).toHaveValue('');
  await page.evaluate(() => Object.assign(window, { letMe: true }));
  await output(page).selectOption({ label: 'Other outputs…' });
  await expect(output(page).getByRole('option')).toHaveText([
    'System output',
    'Fake Audio Output 1',
    'Fake Audio Output 2',
  ]);
});
