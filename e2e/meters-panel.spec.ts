import { expect, test, type Page } from '@playwright/test';
import { pauseButton as pause, playButton as play } from './tone.ts';

declare global {
  interface Window {
    /** The audio's nodes, and how many animation frames there were. */
    seen: { nodes: AudioWorkletNode[]; animationFrames: number };
  }
}

async function openApp(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.seen = { nodes: [], animationFrames: 0 };
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      request((now) => {
        window.seen.animationFrames += 1;
        callback(now);
      });
    window.AudioWorkletNode = class extends AudioWorkletNode {
      constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
        super(...setup);
        window.seen.nodes.push(this);
      }
    };
  });
  await page.goto('/');
  await expect(play(page)).toBeEnabled({ timeout: 30_000 });
}

const fold = (page: Page) => page.getByRole('button', { name: 'Meters' });
const picture = (page: Page, name: string) => page.getByRole('img', { name });

/** Points of a picture that are not empty: 0 is what stands still, 1 what moves. */
function inkOf(page: Page, name: string, layer: 0 | 1): Promise<number> {
  return picture(page, name)
    .locator('canvas')
    .nth(layer)
    .evaluate((canvas: HTMLCanvasElement) => {
      // What another thread paints on cannot be read itself.
      const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, i) => i % 4 === 3 && value > 0).length;
    });
}

/** A figure of the panel, as a number. */
async function figure(page: Page, name: string): Promise<number> {
  const text = await page
    .getByRole('definition')
    .filter({ visible: true })
    .nth(ROWS.indexOf(name))
    .textContent();
  return Number.parseFloat(text!.replace('−', '-'));
}
const ROWS = ['Integrated', 'Short-term', 'Momentary', 'Range', 'True peak, max'];

const PICTURES = ['Level of each', 'Momentary, short-term', 'Goniometer', 'Correlation', 'Spectrum'];

test.describe('the meters panel', () => {
  test('unfolds by keyboard, measures what plays, restarts on request and is remembered', async ({
    page,
  }) => {
    await openApp(page);
    await expect(fold(page)).toHaveAttribute('aria-expanded', 'false');
    await expect(picture(page, 'Spectrum')).toHaveCount(0);
    await fold(page).focus();
    await page.keyboard.press('Enter');
    await expect(fold(page)).toHaveAttribute('aria-expanded', 'true');
    for (const name of PICTURES) {
      await expect.poll(() => inkOf(page, name, 0)).toBeGreaterThan(50);
      expect(await inkOf(page, name, 1)).toBe(0);
    }

    await play(page).click();
    for (const name of PICTURES) await expect.poll(() => inkOf(page, name, 1)).toBeGreaterThan(20);
    await expect.poll(() => figure(page, 'Short-term')).toBeGreaterThan(-50);
    await expect.poll(() => figure(page, 'Integrated')).toBeGreaterThan(-50);
    await expect.poll(() => figure(page, 'True peak, max')).toBeLessThan(0);

    // Once the chain has run out there is nothing to measure, and nothing of what was is kept.
    await pause(page).click();
    await expect.poll(() => figure(page, 'Momentary')).toBeNaN();
    expect(await figure(page, 'Integrated')).toBeGreaterThan(-50);
    await page.getByRole('button', { name: 'Restart' }).click();
    await expect.poll(() => figure(page, 'Integrated')).toBeNaN();
    await expect.poll(() => figure(page, 'True peak, max')).toBeNaN();
    await play(page).click();
    await expect.poll(() => figure(page, 'True peak, max')).toBeGreaterThan(-60);

    await page.reload();
    await expect(fold(page)).toHaveAttribute('aria-expanded', 'true');
    await fold(page).click();
    await expect(picture(page, 'Spectrum')).toHaveCount(0);
  });

  test('rests when nothing plays', async ({ page }) => {
    await openApp(page);
    await fold(page).click();
    await play(page).click();
    await expect.poll(() => inkOf(page, 'Spectrum', 1)).toBeGreaterThan(20);
    await pause(page).click();
    for (const name of PICTURES.slice(2)) await expect.poll(() => inkOf(page, name, 1)).toBe(0);
    const frames = () => page.evaluate(() => window.seen.animationFrames);
    const rested = await frames();
    await page.waitForTimeout(1000);
    expect(await frames()).toBe(rested);
  });

  test('says nothing by itself, and everything when asked', async ({ page }) => {
    await openApp(page);
    await fold(page).click();
    const sentence = page.getByText(/^(Integrated loudness|Short-term|Nothing)/).first();
    await play(page).click();
    await expect(sentence).toHaveText(/Integrated loudness minus .*short-term minus .*limiter idle\./);
    const changes = await sentence.evaluate(
      (element) =>
        new Promise<number>((resolve) => {
          let count = 0;
          new MutationObserver(() => (count += 1)).observe(element, { childList: true, characterData: true });
          setTimeout(() => resolve(count), 3000);
        }),
    );
    expect(changes).toBeGreaterThan(0);
    expect(changes).toBeLessThanOrEqual(3);
    const told = page.getByRole('status').filter({ hasText: 'Integrated loudness' });
    await expect(told).toHaveCount(0);
    await page.getByRole('button', { name: 'Tell a screen reader the readings' }).click();
    await expect(told).toHaveText(/Integrated loudness minus/);
  });

  test('shows the limiter while it works, and for a while what it did', async ({ page }) => {
    await openApp(page);
    await fold(page).click();
    await play(page).click();
    const idle = page.getByText('Limiter idle', { exact: true });
    await expect(idle).toBeVisible();
    await page.evaluate(() => {
      // The one that tells its reduction on a second output.
      const limiter = window.seen.nodes.find(({ numberOfOutputs }) => numberOfOutputs === 2)!;
      const tone = new OscillatorNode(limiter.context, { frequency: 330 });
      tone.connect(new GainNode(limiter.context, { gain: 2 })).connect(limiter);
      tone.start();
      tone.stop(limiter.context.currentTime + 2);
    });
    await expect(page.getByText(/^Limiter −\d\.\d dB$/)).toBeVisible();
    await expect.poll(() => inkOf(page, 'Gain reduction', 1)).toBeGreaterThan(100);
    await expect(idle).toBeVisible();
    expect(await inkOf(page, 'Gain reduction', 1)).toBeGreaterThan(100);
  });

  test('may stop: the sound goes on, the panel says so, and the next Play brings it back', async ({
    page,
  }) => {
    await openApp(page);
    await fold(page).click();
    await play(page).click();
    await expect.poll(() => figure(page, 'Momentary')).toBeGreaterThan(-60);
    await page.evaluate(() => {
      // The one with three inputs.
      const meter = window.seen.nodes.find(({ numberOfInputs }) => numberOfInputs === 3)!;
      meter.dispatchEvent(new ErrorEvent('processorerror'));
    });
    await expect(page.getByText('The meters have stopped; the sound has not.')).toBeVisible();
    await expect(pause(page)).toBeVisible();
    await pause(page).click();
    await play(page).click();
    await expect.poll(() => figure(page, 'Momentary')).toBeGreaterThan(-60);
    await expect(page.getByText('The meters have stopped; the sound has not.')).toBeHidden();
  });

  test('says that its pictures cannot be painted, keeps its figures, and tries again when opened again', async ({
    page,
  }) => {
    const painter = /meters\.worker/;
    await page.route(painter, (route) => route.abort());
    await openApp(page);
    await fold(page).click();
    await play(page).click();
    const told = page.getByText('What moves on the meters cannot be drawn any more');
    await expect(told).toBeVisible();
    await expect.poll(() => figure(page, 'Momentary')).toBeGreaterThan(-60);
    await page.unroute(painter);
    await fold(page).click();
    await fold(page).click();
    for (const name of PICTURES) await expect.poll(() => inkOf(page, name, 1)).toBeGreaterThan(20);
    await expect(told).toBeHidden();
  });

  test('moves on when a busy page is told of an element that left and came back at once', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.IntersectionObserver = class extends IntersectionObserver {
        constructor(tell: IntersectionObserverCallback) {
          super((changes, observer) => {
            for (const change of changes) {
              const { target, isIntersecting } = change;
              const before = { target, isIntersecting: !isIntersecting } as IntersectionObserverEntry;
              tell([before, change], observer);
            }
          });
        }
      };
    });
    await openApp(page);
    await fold(page).click();
    await play(page).click();
    for (const name of PICTURES) await expect.poll(() => inkOf(page, name, 1)).toBeGreaterThan(20);
  });
});
