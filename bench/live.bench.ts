import type { Browser, Page } from '@playwright/test';
import { median, type BenchRow } from './bench-row.ts';
import { inBrowser, type Bed } from './browser.ts';
import type { LivePage } from './live-page.ts';

const QUANTUM_US = (128 / 48_000) * 1e6;
const TRACED_SECONDS = 20;
const PLAYED_MINUTES = 10;
/** Parts of the chain, in the order in which each quantum runs them. */
const PARTS = ['upmix', 'matrix', 'limiter'];
const MATRIX = PARTS.indexOf('matrix');
/** Quanta of the longest block of these matrices: what repeats, repeats with it. */
const PERIOD = 16;
const SCRIPT = 'AudioWorkletProcessor::Process (author script execution)';

declare global {
  interface Window {
    livePage: LivePage;
  }
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
}

const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!;

async function openPage({ browser, urlOf }: Bed, outputs: number, taps: number): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(urlOf('live.html'));
  await page.waitForFunction(() => 'livePage' in window);
  await page.evaluate(([o, t]) => window.livePage.play(o, t), [outputs, taps] as const);
  await page.waitForTimeout(2000);
  return page;
}

/** Times of the matrix's `process` in µs, as the browser's own trace has them. */
async function traced(browser: Browser, page: Page): Promise<number[]> {
  await browser.startTracing(page, { categories: ['disabled-by-default-audio-worklet'] });
  await page.waitForTimeout(1000 * TRACED_SECONDS);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const all = traceEvents.filter(({ name }) => name === SCRIPT).sort((a, b) => a.ts - b.ts);
  return all.filter((_, i) => i % PARTS.length === MATRIX).map(({ dur }) => dur);
}

/** Largest median of any phase of the period over the median of all: 1 when the load is even. */
function unevenness(times: readonly number[]): number {
  const phases = Array.from({ length: PERIOD }, (_, phase) => times.filter((_, i) => i % PERIOD === phase));
  return Math.max(...phases.map(median)) / median(times);
}

async function shareRow(bed: Bed, outputs: number, taps: number): Promise<BenchRow> {
  const page = await openPage(bed, outputs, taps);
  const times = await traced(bed.browser, page);
  await page.evaluate(() => window.livePage.stop());
  await page.close();
  const percent = (share: number) => (100 * quantile(times, share)) / QUANTUM_US;
  return {
    figure: `matrix 3→${outputs}, ${taps} taps in real time, p99 of process`,
    value: percent(0.99),
    unit: '% of the quantum',
    rival: 'its own median',
    rivalValue: percent(0.5),
    ratio: percent(0.99) / percent(0.5),
    note: `${times.length} quanta traced by the browser; largest ${percent(1).toFixed(1)} %; the busiest phase of ${PERIOD} quanta takes ${unevenness(times).toFixed(2)} of the median`,
  };
}

/** Ten minutes with four sets alive, one switch a second, the main thread held up and two workers computing. */
async function playRow(bed: Bed): Promise<BenchRow> {
  const page = await openPage(bed, 8, 4096);
  await page.evaluate(() => window.livePage.keepBusy(2));
  const before = await page.evaluate(() => window.livePage.playback());
  const end = Date.now() + 60_000 * PLAYED_MINUTES;
  for (let second = 0; Date.now() < end; second++) {
    await page.evaluate((index) => window.livePage.switchTo(index), second);
    for (let burst = 0; burst < 2; burst++) {
      await page.evaluate(() => window.livePage.block());
      await page.waitForTimeout(300);
    }
  }
  const after = await page.evaluate(() => window.livePage.playback());
  await page.evaluate(() => window.livePage.stop());
  await page.close();
  const minutes = (after.totalDuration - before.totalDuration) / 60;
  return {
    figure: `upmix, matrix 3→8 of 4096 taps, limiter: underruns in ${minutes.toFixed(1)} minutes`,
    value: after.underrunEvents - before.underrunEvents,
    unit: 'underruns',
    rival: 'none: 0 is the aim',
    rivalValue: null,
    ratio: null,
    note: 'four sets alive, a switch a second, the main thread blocked 200 ms twice a second, two workers computing without a break',
  };
}

/** What the audio thread's share of a quantum is in real time, and whether it is ever late. */
export function liveBench(): Promise<BenchRow[]> {
  return inBrowser(
    async (bed) => [await shareRow(bed, 8, 4096), await shareRow(bed, 16, 8192), await playRow(bed)],
    ['--autoplay-policy=no-user-gesture-required'],
  );
}
