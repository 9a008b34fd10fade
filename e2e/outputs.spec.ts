import { expect, test, type Page } from '@playwright/test';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { LARGEST_BEND, largestBend, openWithTone, pauseButton, playButton, startTone } from './tone.ts';

const output = (page: Page) => page.getByRole('combobox', { name: 'Output' });
const sinkOf = (page: Page) =>
  page.evaluate(() => (window.outputTap.contexts.at(-1) as AudioContext & { sinkId: string }).sinkId);

declare global {
  interface Window {
    rests: number[];
  }
}

/** From now on `rests` are the frames before which the output stood still: nothing was heard, whatever came before. */
async function watchRests(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { contexts, memory } = window.outputTap;
    const context = contexts.at(-1)!;
    window.rests = [];
    context.addEventListener('statechange', () => {
      if (context.state !== 'running') window.rests.push(Atomics.load(new Int32Array(memory, 0, 1), 0));
    });
  });
}

/** From now on the browser has no such output, or has all of them again. */
async function setAbsent(page: Page, label: string | null): Promise<void> {
  await page.evaluate((absent) => {
    const { mediaDevices } = navigator;
    const all = MediaDevices.prototype.enumerateDevices;
    mediaDevices.enumerateDevices = async () =>
      (await all.call(mediaDevices)).filter((device) => device.label !== absent);
    mediaDevices.dispatchEvent(new Event('devicechange'));
  }, label);
}

test.beforeEach(async ({ page }) => {
  await recordOutput(page);
  await openWithTone(page);
});

test('another output is taken while it plays, without a click, and after a reload', async ({ page }) => {
  await startTone(page, 800);
  await watchRests(page);
  const from = await framesSoFar(page);
  await output(page).selectOption({ label: 'Fake Audio Output 2' });
  await expect.poll(() => sinkOf(page)).not.toBe('');
  await page.waitForTimeout(800);
  await expect(pauseButton(page)).toBeVisible();
  const { samples } = await heardSince(page, from);
  expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);
  // It goes on: the tone is there again at its end.
  expect(samples.slice(-8192).some((x) => Math.abs(x) > 0.1)).toBe(true);
  // Where the output stood still there was silence on both sides.
  const rests = await page.evaluate(() => window.rests);
  expect(rests.length).toBeGreaterThan(0);
  for (const frame of rests) expect(Math.abs(samples[frame - from]!)).toBeLessThan(1e-6);
  const sink = await sinkOf(page);

  await page.reload();
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await expect(output(page).locator('option:checked')).toHaveText('Fake Audio Output 2');
  expect(await sinkOf(page)).toBe(sink);
  await output(page).selectOption({ label: 'System output' });
  await expect.poll(() => sinkOf(page)).toBe('');
});

test('a chosen output that goes away pauses, says so, and Play goes on through the system’s; back, it is taken again', async ({
  page,
}) => {
  await output(page).selectOption({ label: 'Fake Audio Output 1' });
  await expect.poll(() => sinkOf(page)).not.toBe('');
  await startTone(page, 800);
  const from = await framesSoFar(page);
  await setAbsent(page, 'Fake Audio Output 1');
  await expect(page.getByText('“Fake Audio Output 1” is gone')).toBeVisible();
  await expect(page.getByText(/Press Play to go on through the system’s output/)).toBeVisible();
  await expect(playButton(page)).toBeVisible();
  await expect.poll(() => sinkOf(page)).toBe('');
  await expect(output(page)).toHaveValue('');
  await page.waitForTimeout(400);
  const gone = await heardSince(page, from);
  expect(largestBend(gone.samples)).toBeLessThan(LARGEST_BEND);
  // What was left in the chain does not come out of the other device.
  expect(gone.samples.slice(-4096).every((x) => Math.abs(x) < 1e-6)).toBe(true);

  await playButton(page).click();
  await expect(page.getByText('“Fake Audio Output 1” is gone')).toBeHidden();
  await page.waitForTimeout(800);
  const back = await heardSince(page, from);
  expect(largestBend(back.samples)).toBeLessThan(LARGEST_BEND);
  expect(back.samples.slice(-8192).some((x) => Math.abs(x) > 0.1)).toBe(true);

  // While something plays it is not taken away from where it is; with the next Play it is.
  await setAbsent(page, null);
  await page.waitForTimeout(300);
  expect(await sinkOf(page)).toBe('');
  await pauseButton(page).click();
  await playButton(page).click();
  await expect.poll(() => sinkOf(page)).not.toBe('');
  await expect(output(page).locator('option:checked')).toHaveText('Fake Audio Output 1');
  await expect(pauseButton(page)).toBeVisible();
});

test('an output that the browser refuses is named and what played goes on', async ({ page }) => {
  await playButton(page).click();
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    Object.assign(window.outputTap.contexts.at(-1)!, {
      setSinkId: () => Promise.reject(new DOMException('The device is in use.', 'AbortError')),
    });
  });
  const from = await framesSoFar(page);
  await output(page).selectOption({ label: 'Fake Audio Output 2' });
  await expect(page.getByText('“Fake Audio Output 2” cannot be played on')).toBeVisible();
  await page.waitForTimeout(500);
  await expect(pauseButton(page)).toBeVisible();
  const { samples } = await heardSince(page, from);
  expect(largestBend(samples)).toBeLessThan(LARGEST_BEND);
  expect(samples.slice(-8192).some((x) => Math.abs(x) > 0.1)).toBe(true);
});
