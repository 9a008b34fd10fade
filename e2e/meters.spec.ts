import { expect, test, type Page } from '@playwright/test';
import type {} from './harness/harness.ts';
import { HARNESS } from './servers.ts';

/** EBU Tech 3341 asks a meter for this; a sine through the chain leaves no other error. */
const METER_LU = 0.1;
/**
 * Of the 41 blocks of 4.5 s, four at most begin before the sound does and are let through by the gate all the same: what
 * they lack of it comes to two whole blocks.
 */
const START_LU = 0.21;
/** What the interpolation between the samples adds. */
const TRUE_PEAK_DB = 0.05;

declare global {
  interface Window {
    /** The audio's nodes, how often a processor handed over readings by message, and how many animation frames there were. */
    heard: { nodes: AudioWorkletNode[]; frames: number; animationFrames: number };
  }
}

async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.heard = { nodes: [], frames: 0, animationFrames: 0 };
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      request((now) => {
        window.heard.animationFrames += 1;
        callback(now);
      });
    window.AudioWorkletNode = class extends AudioWorkletNode {
      constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
        super(...setup);
        window.heard.nodes.push(this);
        this.port.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
          if (data.type === 'frame') window.heard.frames += 1;
        });
      }
    };
  });
}

/** A host that sends no isolation headers. */
async function hideSharedMemory(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'crossOriginIsolated', { value: false });
    delete (globalThis as { SharedArrayBuffer?: unknown }).SharedArrayBuffer;
  });
}

async function openHarness(page: Page): Promise<void> {
  await page.goto(HARNESS);
  await page.waitForFunction(() => window.harness !== undefined, undefined, { timeout: 60_000 });
}

for (const transport of ['shared memory', 'messages'] as const) {
  test.describe(`the meters, by ${transport}`, () => {
    test.beforeEach(async ({ page }) => {
      await listenIn(page);
      if (transport === 'messages') await hideSharedMemory(page);
      await openHarness(page);
      expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(transport === 'shared memory');
    });

    test('read a 997 Hz sine through the whole chain for what it is', async ({ page }) => {
      const alike = await page.evaluate(() =>
        window.harness.metersOfSines({
          frequencyHz: 997,
          amplitudes: [0.1, 0.1],
          phaseDeg: 0,
          gainDb: 0,
          seconds: 4.5,
        }),
      );
      expect(alike.running).toBe(true);
      for (const lufs of [alike.momentaryLufs, alike.shortTermLufs, alike.maxShortTermLufs])
        expect(Math.abs(lufs + 20)).toBeLessThan(METER_LU);
      expect(alike.integratedLufs).toBeLessThan(-20 + METER_LU);
      expect(alike.integratedLufs).toBeGreaterThan(-20 - METER_LU - START_LU);
      expect(Math.abs(alike.truePeakDb + 20)).toBeLessThan(TRUE_PEAK_DB);
      expect(alike.correlation).toBeCloseTo(1, 3);
      expect(alike.reductionDb).toBe(0);
      for (const output of [0, 1]) {
        // Where the samples fall, and a window that is not of whole periods.
        expect(Math.abs(alike.peakDb[output]! + 20)).toBeLessThan(0.05);
        expect(Math.abs(alike.rmsDb[output]! + 23.01)).toBeLessThan(0.05);
        const { frequencyHz, levelDb } = alike.spectrumPeaks[output]!;
        expect(Math.abs(Math.log2(frequencyHz / 997))).toBeLessThan(1 / 24);
        expect(Math.abs(levelDb + 20)).toBeLessThan(0.5);
      }
      // Both sides alike: a line.
      expect(Math.max(...alike.trace)).toBeGreaterThan(0.09);
      for (let i = 0; i < alike.trace.length; i += 2)
        expect(Math.abs(alike.trace[i]! - alike.trace[i + 1]!)).toBeLessThan(1e-5);
      const { frames } = await page.evaluate(() => window.heard);
      if (transport === 'messages') expect(frames).toBeGreaterThan(100);
      else expect(frames).toBe(0);
    });

    test('read opposite sides for opposite, one side for one, and show the limiter while it works', async ({
      page,
    }) => {
      const [opposite, single, loud] = await page.evaluate(async () => {
        const sines = { frequencyHz: 997, amplitudes: [0.1, 0.1], phaseDeg: 180, gainDb: 0, seconds: 1 };
        const { metersOfSines } = window.harness;
        return [
          await metersOfSines({ ...sines, amplitudes: [0.1, 0.1] }),
          await metersOfSines({ ...sines, amplitudes: [0, 0.2] }),
          await metersOfSines({ ...sines, amplitudes: [1, 1], phaseDeg: 0, gainDb: 6 }),
        ];
      });
      expect(opposite!.correlation).toBeCloseTo(-1, 3);
      expect(Math.abs(opposite!.momentaryLufs + 20)).toBeLessThan(METER_LU);
      expect(single!.correlation).toBe(0);
      expect(single!.peakDb[0]).toBeLessThan(-100);
      // The upmix leaves it on its side.
      const [left, right, centre] = single!.upmixPeaks;
      expect(Math.abs(right!.levelDb + 13.98)).toBeLessThan(0.5);
      for (const other of [left!, centre!]) expect(other.levelDb).toBeLessThan(-40);
      // 0.2 is −13.98 dB, and one channel reads 3.01 less.
      expect(Math.abs(single!.momentaryLufs + 16.99)).toBeLessThan(METER_LU);
      // 6 dB over full scale, brought to the ceiling of −1 dB with the limiter's own headroom of 0.1.
      expect(Math.abs(loud!.largestReductionDb - 7.1)).toBeLessThan(0.3);
      expect(loud!.maxTruePeakDb).toBeLessThan(-1);
      expect(loud!.maxTruePeakDb).toBeGreaterThan(-1.3);
    });
  });
}

test('a track that follows another is measured by itself, however much louder that one was', async ({
  page,
}) => {
  await openHarness(page);
  const [loud, quiet] = await page.evaluate(() => {
    const sines = { frequencyHz: 997, phaseDeg: 0, gainDb: 0, seconds: 1.5 };
    return window.harness.metersOfTwoTracks(
      { ...sines, amplitudes: [0.5, 0.5] },
      { ...sines, amplitudes: [0.005, 0.005] },
    );
  });
  for (const level of [loud!.maxMomentaryLufs, loud!.maxTruePeakDb])
    expect(Math.abs(level + 6.02)).toBeLessThan(METER_LU);
  for (const level of [quiet!.integratedLufs, quiet!.maxMomentaryLufs, quiet!.maxTruePeakDb])
    expect(Math.abs(level + 46.02)).toBeLessThan(METER_LU);
});

test('the store does not change with the meters', async ({ page }) => {
  await openHarness(page);
  const { changes, reductionDb } = await page.evaluate(() => window.harness.storeChangesWhileLimiting());
  // It was there to be told all the time.
  expect(reductionDb).toBeGreaterThan(3);
  expect(changes).toBe(0);
});

async function openApp(page: Page): Promise<void> {
  await listenIn(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
}

const fold = (page: Page) => page.getByRole('button', { name: 'Meters' });
const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });
const pause = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });
const picture = (page: Page, name: string) => page.getByRole('img', { name });

/** Points of a picture that are not empty: 0 is what stands still, 1 what moves. */
function inkOf(page: Page, name: string, layer: 0 | 1): Promise<number> {
  return picture(page, name)
    .locator('canvas')
    .nth(layer)
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
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
    const frames = () => page.evaluate(() => window.heard.animationFrames);
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
      const limiter = window.heard.nodes.find(({ numberOfOutputs }) => numberOfOutputs === 2)!;
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
      const meter = window.heard.nodes.find(({ numberOfInputs }) => numberOfInputs === 3)!;
      meter.dispatchEvent(new ErrorEvent('processorerror'));
    });
    await expect(page.getByText('The meters have stopped; the sound has not.')).toBeVisible();
    await expect(pause(page)).toBeVisible();
    await pause(page).click();
    await play(page).click();
    await expect.poll(() => figure(page, 'Momentary')).toBeGreaterThan(-60);
    await expect(page.getByText('The meters have stopped; the sound has not.')).toBeHidden();
  });
});
