import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** Five on a machine of its own; a busy one takes its time. */
const PATIENCE_SECONDS = 12;
/** Between a size that was not measured and what the others foretell of it: the machine does other things besides. */
const FACTOR = 2;

test('loads grow with the size, and sizes that were not measured come out as foretold', async ({ page }) => {
  test.setTimeout(120_000);
  await openHarness(page);
  const rehearse = () =>
    page.evaluate(async () => {
      const { createRehearsal, measureShare, loadKernels } = window.harness;
      const kernels = await loadKernels();
      const rehearsal = createRehearsal(Promise.resolve(kernels), 48_000);
      const { signal } = new AbortController();
      const progress: number[] = [];
      const startedAt = performance.now();
      const { measured } = (await rehearsal.run((fraction) => progress.push(fraction), signal))!;
      const seconds = (performance.now() - startedAt) / 1000;
      const errors: number[] = [];
      for (const [outputs, taps] of [
        [2, 4096],
        [5, 8192],
        [24, 8192],
      ] as const) {
        const size = { outputs, taps };
        const found = await measureShare({ kernels, size, sampleRateHz: 48_000 }, () => undefined, signal);
        errors.push(rehearsal.loadOf(measured, size) / found!);
      }
      return { shares: measured.map(({ share }) => share), seconds, progress, errors };
    });
  const first = await rehearse();
  expect(first.seconds).toBeLessThan(PATIENCE_SECONDS);
  expect(first.progress).toEqual([...first.progress].sort((a, b) => a - b));
  expect(first.progress.at(-1)).toBe(1);
  const isAsForetold = ({ shares, errors }: typeof first) =>
    shares[4]! > 2 * shares[2]! &&
    shares[3]! > 1.3 * shares[0]! &&
    errors.every((error) => error > 1 / FACTOR && error < FACTOR);
  // Another program that wakes up between two measurements spoils them; not every time.
  const tries = [first];
  while (!isAsForetold(tries.at(-1)!) && tries.length < 5) tries.push(await rehearse());
  const told = JSON.stringify(tries.map(({ shares, errors }) => ({ shares, errors })));
  expect(isAsForetold(tries.at(-1)!), told).toBe(true);
});

test('a rehearsal that is cancelled ends at once and renders no further', async ({ page }) => {
  await openHarness(page);
  const result = await page.evaluate(async () => {
    const { createRehearsal, loadKernels } = window.harness;
    const contexts: OfflineAudioContext[] = [];
    const { startRendering } = OfflineAudioContext.prototype;
    OfflineAudioContext.prototype.startRendering = function () {
      contexts.push(this);
      return startRendering.call(this);
    };
    const control = new AbortController();
    const rehearsal = createRehearsal(loadKernels(), 48_000);
    let cancelledAt = 0;
    const outcome = await rehearsal.run((fraction) => {
      if (fraction < 0.3 || cancelledAt > 0) return;
      cancelledAt = performance.now();
      control.abort();
    }, control.signal);
    const milliseconds = performance.now() - cancelledAt;
    const begun = contexts.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {
      outcome,
      milliseconds,
      begun,
      later: contexts.length,
      states: contexts.map(({ state }) => state),
    };
  });
  expect(result.outcome).toBeNull();
  // The rest of the context is rendered empty, so that the browser lets it go.
  expect(result.milliseconds).toBeLessThan(1000);
  expect(result.later).toBe(result.begun);
  expect(new Set(result.states)).toEqual(new Set(['closed']));
});

async function openSheet(page: Page) {
  await page.getByRole('button', { name: /^Latency \d+ samples/ }).click();
  return page.getByRole('dialog', { name: 'From the track to the ear' });
}

test('a listener rehearses by keyboard, cancels, rehearses again and reads what the machine carries', async ({
  page,
}) => {
  await page.goto('/');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await expect(play).toBeEnabled({ timeout: 30_000 });
  await play.click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const sheet = await openSheet(page);
  const button = sheet.getByRole('button', { name: 'Rehearse' });
  const progress = sheet.getByRole('progressbar', { name: 'Rehearsal' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(progress).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Play', exact: true, includeHidden: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(progress).toBeHidden();
  await expect(sheet.getByText('Your design')).toHaveCount(0);
  // What played goes on.
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(sheet.getByText(/without gaps on this machine/)).toBeVisible({
    timeout: 1000 * PATIENCE_SECONDS,
  });
  await expect(sheet.getByRole('rowheader')).toContainText([
    'Your design',
    'Laptop',
    'Smart speaker',
    'Soundbar',
  ]);
  await expect(sheet.getByText(/^Measured .* kHz with all sets alive/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  // Remembered.
  await page.reload();
  await expect(play).toBeEnabled({ timeout: 30_000 });
  await expect((await openSheet(page)).getByText(/without gaps on this machine/)).toBeVisible();
});

test('on a machine that was found too slow a design warns before it is played, and plays', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { sampleRate } = new AudioContext();
    const measured = [
      { size: { outputs: 2, taps: 1024 }, share: 0.65 },
      { size: { outputs: 2, taps: 16_384 }, share: 0.9 },
    ];
    const rehearsal = { sampleRateHz: sampleRate, date: '2026-11-21T12:00:00.000Z', measured };
    localStorage.setItem('soundstage', JSON.stringify({ state: { rehearsal }, version: 0 }));
  });
  await page.goto('/');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  const warning = page.getByRole('region', { name: 'Messages' }).getByText('This design may play with gaps');
  await expect(warning).toBeVisible({ timeout: 30_000 });
  await expect(play).toBeEnabled({ timeout: 30_000 });
  await play.click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const sheet = await openSheet(page);
  await expect(sheet.getByText(/^No design here plays without gaps/)).toBeVisible();
  await expect(sheet.getByRole('row', { name: /^Your design .* too much: 6\d %$/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});
