import { expect, test, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { framesSoFar, heardSince, recordOutput } from './output-recording.ts';
import { AMPLITUDE, LARGEST_BEND, largestBend, pauseButton, playButton, toneFile } from './tone.ts';

const BROKEN = {
  name: '03 broken.mp3',
  mimeType: 'audio/mpeg',
  buffer: Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]),
};
const tone = (name: string, seconds: number) => ({ name, mimeType: 'audio/wav', buffer: toneFile(seconds) });

const list = (page: Page) => page.getByRole('list', { name: 'Tracks in the queue' });
const row = (page: Page, title: string) => list(page).getByRole('button', { name: `Play ${title}` });
const titles = async (page: Page) =>
  (
    await list(page)
      .getByRole('button', { name: /^Play / })
      .all()
  ).length === 0
    ? []
    : list(page)
        .getByRole('button', { name: /^Play / })
        .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')!.replace('Play ', '')));

/** The app with the first of these files loaded, heard as it is, and the queue in sight. */
async function openWith(page: Page, files: readonly ReturnType<typeof tone>[]): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await page.setInputFiles('input[type=file]', [...files]);
  await page.getByRole('button', { name: /^Queue, / }).click();
  await expect(list(page)).toBeVisible();
}

test('many files are listed by name, played without a gap, and a broken one is passed over', async ({
  page,
}) => {
  await recordOutput(page);
  await openWith(page, [tone('10 last.wav', 2), BROKEN, tone('2 second.wav', 2), tone('1 first.wav', 2)]);
  expect(await titles(page)).toEqual(['1 first', '2 second', '03 broken', '10 last']);
  await expect(row(page, '1 first')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('a');
  await expect(page.getByText(/equally loud at the ears/)).toBeVisible({ timeout: 30_000 });
  const from = await framesSoFar(page);
  await playButton(page).click();
  await expect(list(page).getByText(/cannot be decoded here/)).toBeVisible();
  await expect(row(page, '10 last')).toHaveAttribute('aria-current', 'true');
  await expect(playButton(page)).toBeVisible();
  const { samples, sampleRateHz } = await heardSince(page, from);
  // Whole periods of one tone in each file: where they join, it goes on, to the sample.
  const isLoud = (x: number) => Math.abs(x) > 0.1 * AMPLITUDE;
  const [first, last] = [samples.findIndex(isLoud), samples.findLastIndex(isLoud)];
  expect((last - first) / sampleRateHz).toBeCloseTo(6, 1);
  // The filters' own beginning and end left out.
  const margin = Math.floor(0.2 * sampleRateHz);
  expect(largestBend(samples.subarray(first + margin, last - margin))).toBeLessThan(LARGEST_BEND);
});

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
  // Five seconds of twenty are in sight: its end is further to the right than a quarter.
  const wave = (await page.getByRole('slider', { name: 'Position' }).boundingBox())!;
  const handle = (await begins!.boundingBox())!;
  expect((handle.x - wave.x) / wave.width).toBeGreaterThan(0.3);
  await page.keyboard.press('0');
  await expect(out).toBeDisabled();
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('a microphone plays in the video profile without a click, stops, and the track is there again', async ({
  page,
}) => {
  await recordOutput(page);
  await openWith(page, [tone('1 first.wav', 20)]);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Live', exact: true }).click();
  await expect(page.getByText(/microphone hears itself and can howl/)).toBeVisible();
  const from = await framesSoFar(page);
  await page.getByRole('button', { name: 'Listen to this input' }).click();
  await expect(page.getByText(/Input, live, in the Video profile/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Video/ })).toBeChecked();
  // The browser's own test device beeps once a second.
  const loudest = async () => {
    const { samples } = await heardSince(page, from);
    return samples.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  };
  await expect.poll(loudest).toBeGreaterThan(0.01);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  // Silence, and sound again, by the same keys as a track.
  await page.keyboard.press('Space');
  await expect(page.getByText(/silent until you press Play/)).toBeVisible();
  await page.waitForTimeout(400);
  const rests = await framesSoFar(page);
  await page.waitForTimeout(1500);
  const { samples } = await heardSince(page, rests);
  expect(samples.every((x) => Math.abs(x) < 1e-6)).toBe(true);
  await page.getByRole('button', { name: 'Stop listening' }).click();
  await expect(page.getByRole('slider', { name: 'Position' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Music/ })).toBeChecked();
  await playButton(page).click();
  await expect(pauseButton(page)).toBeVisible();
});
