import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

const SCRIPT = 'AudioWorkletProcessor::Process (author script execution)';

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
}

for (const share of [0.05, 0.3]) {
  test(`a processor that takes ${100 * share} % of the time is read to take it`, async ({ page }) => {
    await openHarness(page);
    const shares: number[] = [];
    // Whatever else interrupts the processor is counted too, and only adds: the least of three readings tells.
    while (shares.length < 3 && !(Math.min(...shares) < share + 0.03)) {
      const loads = await page.evaluate((asked) => window.harness.loadOfBurning(asked, 3), share);
      expect(loads.map(({ part }) => part)).toEqual(['upmix']);
      expect(loads[0]!.longestShare).toBeGreaterThanOrEqual(loads[0]!.share);
      shares.push(loads[0]!.share);
    }
    // The processor ends up to 5 µs late, a step of its clock: never less, little more.
    expect(Math.min(...shares)).toBeGreaterThan(share - 0.005);
    expect(Math.min(...shares)).toBeLessThan(share + 0.03);
  });
}

test('the sheet tells what processing takes, as the browser’s own trace has it', async ({
  page,
  browser,
}) => {
  await page.goto('/');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await expect(play).toBeEnabled({ timeout: 30_000 });
  await play.click();
  await page.getByRole('button', { name: /^Latency \d+ samples/ }).click();
  const sheet = page.getByRole('dialog', { name: 'From the track to the ear' });
  await expect(sheet.getByText('Processing')).toBeVisible();
  const shown = async () =>
    parseFloat(
      (await sheet
        .getByRole('row', { name: /In all/ })
        .getByRole('cell')
        .first()
        .textContent()) ?? '',
    );
  for (const part of ['Upmix', 'Filter matrix', 'Limiter', 'Meters'])
    await expect(sheet.getByRole('row', { name: part })).toBeVisible();
  await browser.startTracing(page, { categories: ['-*', 'disabled-by-default-audio-worklet'] });
  await page.waitForTimeout(3000);
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const calls = traceEvents.filter(({ name }) => name === SCRIPT);
  const spent = calls.reduce((sum, { dur }) => sum + dur, 0);
  const first = Math.min(...calls.map(({ ts }) => ts));
  const last = Math.max(...calls.map(({ ts, dur }) => ts + dur));
  const traced = (100 * spent) / (last - first);
  const percent = await shown();
  test.info().annotations.push({ type: 'share', description: `${percent} %, traced ${traced.toFixed(1)} %` });
  // The trace counts the way into the script too, some µs of each call, ours the script alone; and each sees other quanta.
  expect(percent).toBeLessThan(1.2 * traced);
  expect(percent).toBeGreaterThan(0.5 * traced);
});
