import { expect, test, type Page } from '@playwright/test';
import { openHarness } from './harness-page.ts';

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
    /** How often a processor handed over readings by message. */
    handedOver: number;
  }
}

async function countMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.handedOver = 0;
    window.AudioWorkletNode = class extends AudioWorkletNode {
      constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
        super(...setup);
        this.port.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
          if (data.type === 'frame') window.handedOver += 1;
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

for (const transport of ['shared memory', 'messages'] as const) {
  test.describe(`the meters, by ${transport}`, () => {
    test.beforeEach(async ({ page }) => {
      await countMessages(page);
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
      const frames = await page.evaluate(() => window.handedOver);
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
