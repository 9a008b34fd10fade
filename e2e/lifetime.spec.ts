import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** More than twice as many as a page's memories suffice for: three each, of some 124. */
const CHAINS = 100;

test.beforeEach(({ page }) => openHarness(page));

test('chains that are disposed of give their kernels’ memories back', async ({ page }) => {
  const faults = await page.evaluate((count) => window.harness.buildAndDisposeChains(count), CHAINS);
  expect(faults).toEqual([]);
});

test('so do those that have rendered offline', async ({ page }) => {
  const faults = await page.evaluate(async (count) => {
    const { playedOffline, programme, loadKernels } = window.harness;
    const kernels = await loadKernels();
    const track = programme(0.01);
    const all: string[] = [];
    for (let n = 0; n < count; n++) all.push(...(await playedOffline(track, [], kernels)).faults);
    return all;
  }, CHAINS);
  expect(faults).toEqual([]);
});
