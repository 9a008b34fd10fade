import { expect, test, type Page } from '@playwright/test';
import { frameTimesMs } from '../bench/frame-times.ts';
import { median } from '../bench/bench-row.ts';
import { playButton, pauseButton, toneFile } from './tone.ts';

const stage = (page: Page) => page.getByRole('region', { name: 'Stage' });

async function open(page: Page): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
}

/** What is painted over the drawing: how much of it, how far to the left (−1 … 1), and a figure of its own for each picture. */
function paint(page: Page): Promise<{ ink: number; leftwards: number; mark: number }> {
  return stage(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const copy = document.createElement('canvas');
      copy.width = canvas.width;
      copy.height = canvas.height;
      const context = copy.getContext('2d')!;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      let [ink, moment, mark] = [0, 0, 0];
      for (let i = 3; i < data.length; i += 4) {
        const x = ((i >> 2) % copy.width) / copy.width;
        ink += data[i]!;
        moment += data[i]! * (1 - 2 * x);
        mark = (31 * mark + data[i]!) % 1_000_003;
      }
      return { ink, leftwards: ink > 0 ? moment / ink : 0, mark };
    });
}

async function openTone(page: Page, title: string, sides: readonly number[]): Promise<void> {
  const buffer = toneFile(20, sides, 1000);
  await page.setInputFiles('input[type=file]', { name: `${title}.wav`, mimeType: 'audio/wav', buffer });
  await expect(page.getByText(title, { exact: true }).first()).toBeVisible();
}

test('the stage moves while music plays, rests when it does not, and leaves the page its time', async ({
  page,
}) => {
  await open(page);
  expect((await paint(page)).ink).toBe(0);
  await playButton(page).click();
  await expect.poll(async () => (await paint(page)).ink).toBeGreaterThan(10_000);
  const marks = new Set<number>();
  for (let look = 0; look < 6; look++) {
    marks.add((await paint(page)).mark);
    await page.waitForTimeout(150);
  }
  expect(marks.size).toBeGreaterThanOrEqual(5);
  // The original has a picture of its own.
  await page.keyboard.press('a');
  await expect.poll(async () => (await paint(page)).ink).toBeGreaterThan(5_000);
  const times = await frameTimesMs(await page.context().newCDPSession(page), 3);
  // Four milliseconds on a machine of its own; here others use it too.
  expect(median(times)).toBeLessThan(6);
  await pauseButton(page).click();
  await expect.poll(async () => (await paint(page)).ink).toBe(0);
});

test('a tone on one side is seen and told on that side, one on both in the middle', async ({ page }) => {
  await open(page);
  for (const { sides, from, to, words } of [
    // The left beam alone, which goes all around the device, takes most of the ink.
    { sides: [1, 0], from: 0.07, to: 1, words: 'on the left' },
    { sides: [0, 1], from: -1, to: -0.07, words: 'on the right' },
    { sides: [1, 1], from: -0.05, to: 0.05, words: 'in the middle' },
  ]) {
    await openTone(page, words, sides);
    if (await playButton(page).isVisible()) await playButton(page).click();
    await expect(stage(page)).toContainText(words, { timeout: 30_000 });
    const { leftwards, ink } = await paint(page);
    expect(ink).toBeGreaterThan(5_000);
    expect(leftwards).toBeGreaterThan(from);
    expect(leftwards).toBeLessThan(to);
  }
});

test('where less motion is asked for it stands still, and figures tell the levels', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await open(page);
  await playButton(page).click();
  const legend = stage(page).getByRole('list', { name: 'Colours' });
  await expect(legend).toContainText(/Left\s*−\d+ dB/);
  for (let look = 0; look < 3; look++) {
    expect((await paint(page)).ink).toBe(0);
    await page.waitForTimeout(200);
  }
  await context.close();
});
