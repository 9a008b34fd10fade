import { expect, test, type Page } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** One rounding of the ceiling of −1 dB to Float32. */
const CEILING = 10 ** (-1 / 20) + 1e-6;

declare global {
  interface Window {
    /** What a test needs to break from outside. */
    outside: { nodes: AudioWorkletNode[]; killNextDesign: boolean; killed: number; answersSince: number };
  }
}

test.describe('the audio path', () => {
  test.beforeEach(({ page }) => openHarness(page));

  test('what is no number in the input is silence, and what is too loud stays below the ceiling', async ({
    page,
  }) => {
    const result = await page.evaluate(async () => {
      const { playedOffline, programme } = window.harness;
      const dirty = programme(1);
      const clean = programme(1);
      // Until half a second: all that is bad; afterwards as it should be.
      [NaN, Infinity, -Infinity, 3e38, 1e-40].forEach((value, i) => {
        for (let n = 0; n < 400; n++) {
          dirty.left[4000 + 1000 * i + n] = value;
          clean.left[4000 + 1000 * i + n] = 0;
        }
      });
      const actual = await playedOffline(dirty);
      const expected = await playedOffline(clean);
      for (let n = 20_000; n < 20_200; n++) dirty.right[n] = 1e8;
      const loud = await playedOffline(dirty);
      return {
        difference: Math.max(
          ...actual.channels.map((channel, c) =>
            channel.reduce(
              (most, x, n) => Math.max(most, Math.abs(x - expected.channels[c]![n]!) || (x === x ? 0 : 9)),
              0,
            ),
          ),
        ),
        peak: expected.channels[0]!.reduce((most, x) => Math.max(most, x), 0),
        loudest: Math.max(
          ...loud.channels.map((channel) =>
            channel.reduce((most, x) => (Math.abs(x) <= most ? most : Math.abs(x)), 0),
          ),
        ),
        faults: [...actual.faults, ...loud.faults],
      };
    });
    expect(result.difference).toBeLessThan(1e-6);
    expect(result.peak).toBeGreaterThan(0.05);
    expect(result.loudest).toBeLessThanOrEqual(CEILING);
    expect(result.faults).toEqual([]);
  });

  test('filters that do not fit are refused by name while the ones before play on', async ({ page }) => {
    const result = await page.evaluate(async () => {
      const { playedOffline, programme, spatialFilters } = window.harness;
      const good = await spatialFilters();
      const spectra = good.spectra.slice();
      spectra[1234] = NaN;
      const bad = [
        { ...good, sampleRateHz: 44_100 },
        { ...good, outputs: 7 },
        { ...good, header: good.header.subarray(0, 9) },
        { ...good, spectra: good.spectra.slice(100) },
        { ...good, spectra },
      ];
      const events = bad.map((filters, i) => ({
        atSeconds: 0.2 + 0.1 * i,
        setFilters: { set: 'B' as const, filters },
      }));
      const actual = await playedOffline(programme(1), events);
      const expected = await playedOffline(programme(1));
      const same = actual.channels.every((channel, c) =>
        channel.every((x, n) => x === expected.channels[c]![n]),
      );
      return { same, faults: actual.faults };
    });
    expect(result.same).toBe(true);
    expect(result.faults).toHaveLength(5);
    for (const [index, named] of [
      'sampleRateHz',
      'outputs',
      'header: length',
      'spectra.length',
      'finite',
    ].entries()) {
      expect(result.faults[index]).toContain('filter matrix refused');
      expect(result.faults[index]).toContain(named);
    }
  });

  test('without a kernel that works the sound goes on as it is, within 30 ms', async ({ page }) => {
    const result = await page.evaluate(async () => {
      const { playedOffline, programme } = window.harness;
      const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      const track = programme(1);
      const { channels, latencySamples, faults } = await playedOffline(track, [], {
        module: empty,
        isShared: false,
      });
      const settled = 0.03 * track.sampleRateHz;
      const error = [track.left, track.right].map((side, c) =>
        side.reduce((most, x, n) => (n < settled ? most : Math.max(most, Math.abs(channels[c]![n]! - x))), 0),
      );
      return { error: Math.max(...error), latencySamples, faults };
    });
    expect(result.error).toBeLessThan(1e-6);
    expect(result.faults.map((fault) => fault.split(':')[0])).toEqual([
      'upmix bypassed',
      'filter matrix bypassed',
      'limiter bypassed',
    ]);
  });
});

/** The app, with a way to its audio nodes and its designer worker from outside. */
async function openApp(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.outside = { nodes: [], killNextDesign: false, killed: 0, answersSince: 0 };
    const { outside } = window;
    window.AudioWorkletNode = class extends AudioWorkletNode {
      constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
        super(...setup);
        outside.nodes.push(this);
      }
    };
    window.Worker = class extends Worker {
      private readonly isDesigner: boolean;
      constructor(...setup: ConstructorParameters<typeof Worker>) {
        super(...setup);
        this.isDesigner = setup[1]?.name === 'designer';
        if (!this.isDesigner || outside.killed === 0) return;
        this.addEventListener('message', () => (outside.answersSince += 1));
      }
      override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
        super.postMessage(message, options as Transferable[]);
        if (!this.isDesigner || !outside.killNextDesign) return;
        outside.killNextDesign = false;
        outside.killed += 1;
        // In the middle of it, as a browser does that runs out of memory.
        setTimeout(() => {
          super.terminate();
          this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
        }, 5);
      }
    };
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
}

const playButton = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });
const pauseButton = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });

async function playedSeconds(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuenow'));
}

/** Presses Play and holds the app to sounding: the newest limiter gives something, and the position moves. */
async function expectPlayBringsItBack(page: Page): Promise<void> {
  const before = await playedSeconds(page);
  await playButton(page).click();
  await expect(pauseButton(page)).toBeVisible();
  await expect.poll(() => playedSeconds(page), { timeout: 10_000 }).toBeGreaterThan(before);
  const loudest = await page.evaluate(async () => {
    // The one that tells its reduction on a second output.
    const node = window.outside.nodes.findLast(({ numberOfOutputs }) => numberOfOutputs === 2)!;
    const analyser = new AnalyserNode(node.context);
    node.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let most = 0;
    for (let i = 0; i < 20; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      analyser.getFloatTimeDomainData(samples);
      most = samples.reduce((peak, x) => Math.max(peak, Math.abs(x)), most);
    }
    return most;
  });
  expect(loudest).toBeGreaterThan(1e-3);
}

test.describe('the player', () => {
  test('an output that is taken away or fails pauses and says so; Play goes on', async ({ page }) => {
    await openApp(page);
    await playButton(page).click();
    await expect.poll(() => playedSeconds(page), { timeout: 10_000 }).toBeGreaterThan(0);

    await page.evaluate(() => (window.outside.nodes[0]!.context as AudioContext).suspend());
    await expect(page.getByText('Playback was interrupted')).toBeVisible();
    await expect(playButton(page)).toBeVisible();
    await expectPlayBringsItBack(page);
    await expect(page.getByText('Playback was interrupted')).toBeHidden();

    await page.evaluate(() => window.outside.nodes[0]!.context.dispatchEvent(new Event('error')));
    await expect(page.getByText('The sound output is gone')).toBeVisible();
    await expectPlayBringsItBack(page);
    await expect(page.getByText('The sound output is gone')).toBeHidden();
  });

  test('a processor that dies pauses and says which; Play builds the path anew', async ({ page }) => {
    await openApp(page);
    await playButton(page).click();
    await expect.poll(() => playedSeconds(page), { timeout: 10_000 }).toBeGreaterThan(0);
    const built = await page.evaluate(() => {
      const { nodes } = window.outside;
      nodes[1]!.dispatchEvent(new ErrorEvent('processorerror'));
      return nodes.length;
    });
    await expect(page.getByText('The filter matrix has stopped')).toBeVisible();
    await expectPlayBringsItBack(page);
    // All but the meters, which hear whatever is played.
    await expect.poll(() => page.evaluate(() => window.outside.nodes.length)).toBe(2 * built - 1);
    await expect(page.getByText('The filter matrix has stopped')).toBeHidden();
  });

  test('an output that waits for a gesture is said to, and starts with the next', async ({ page }) => {
    await page.addInitScript(() => {
      const { resume } = AudioContext.prototype;
      // As without a gesture: pending for ever.
      AudioContext.prototype.resume = () => new Promise(() => undefined);
      window.addEventListener('gesture', () => (AudioContext.prototype.resume = resume));
    });
    await openApp(page);
    await page.evaluate(() => (window.outside.nodes[0]!.context as AudioContext).suspend());
    await playButton(page).click();
    await expect(page.getByText('The browser has not started the sound')).toBeVisible();
    await expect(playButton(page)).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('gesture')));
    await expectPlayBringsItBack(page);
    await expect(page.getByText('The browser has not started the sound')).toBeHidden();
  });

  test('how late the sound is, from what, and its gaps are told in one place', async ({ page }) => {
    await openApp(page);
    await playButton(page).click();
    await page.getByRole('button', { name: /^Latency \d+ samples/ }).click();
    const sheet = page.getByRole('dialog', { name: 'From the track to the ear' });
    const figures = sheet.getByRole('definition');
    await expect(figures).toHaveCount(4);
    await expect
      .poll(async () => {
        const parts = (await figures.allTextContents()).map((text) => parseFloat(text));
        const sum = parts.pop()!;
        // Each is rounded to a tenth of a millisecond.
        return Math.abs(parts.reduce((a, b) => a + b, 0) - sum) < 0.25;
      })
      .toBe(true);
    await expect(sheet.getByText(/gaps? in|gaps?,|does not count/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  test('a designer worker killed in the middle of a design is replaced and answers', async ({ page }) => {
    await openApp(page);
    await playButton(page).click();
    await page.getByRole('radio', { name: 'Headphones' }).click();
    await expect(page.getByRole('heading', { name: 'Laptop' }).first()).toBeVisible({ timeout: 15_000 });
    await page.evaluate(() => (window.outside.killNextDesign = true));
    await page.getByRole('radio', { name: /^Soundbar/ }).click();
    await expect(page.getByRole('heading', { name: 'Soundbar' }).first()).toBeVisible({ timeout: 15_000 });
    expect(await page.evaluate(() => window.outside.killed)).toBe(1);
    // Its successor is told the kernels, then asked what the killed one was asked.
    await expect
      .poll(() => page.evaluate(() => window.outside.answersSince), { timeout: 15_000 })
      .toBeGreaterThanOrEqual(2);
    await expect(page.getByText('out of memory')).toHaveCount(0);
    await expect(pauseButton(page)).toBeVisible();
  });
});
