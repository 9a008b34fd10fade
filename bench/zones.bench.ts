import { median, type BenchRow } from './bench-row.ts';
import { cpuSeconds, inBrowser } from './browser.ts';
import type { ZonesPage } from './zones-page.ts';

const RUNS = 9;
const WARM_UPS = 3;
/** Cores that the rival's one thread is shared among. */
const CORES = 2;

declare global {
  interface Window {
    zonesPage: ZonesPage;
  }
}

/** All maps of a listening zone, 201 × 201 places by 128 frequencies by eight drivers, in the app's workers. */
export function zonesBench(): Promise<BenchRow[]> {
  return inBrowser(async ({ browser, urlOf }) => {
    const session = await browser.newBrowserCDPSession();
    const page = await browser.newPage();
    await page.goto(urlOf('zones.html'));
    await page.waitForFunction(() => 'zonesPage' in window);
    const time = (isSymmetric: boolean) =>
      page.evaluate((symmetric) => window.zonesPage.time(symmetric), isSymmetric);
    const first = await time(false);
    const timesOf = async (isSymmetric: boolean) => {
      for (let i = 0; i < WARM_UPS; i++) await time(isSymmetric);
      const times = [];
      const before = await cpuSeconds(session);
      for (let i = 0; i < RUNS; i++) times.push(await time(isSymmetric));
      return {
        cpuMs: (1000 * ((await cpuSeconds(session)) - before)) / RUNS,
        finestMs: median(times.map(({ finestMs }) => finestMs)),
        coarsestMs: median(times.map(({ coarsestMs }) => coarsestMs)),
      };
    };
    const symmetric = await timesOf(true);
    const other = await timesOf(false);
    const plain = await page.evaluate(() => window.zonesPage.timePlain());
    const note = `median of ${RUNS}, warm, in Chromium's workers, coarse maps on the way included; goal ≤ 250 ms; `;
    const rival = 'the same sums in plain Float64 JavaScript';
    const row = (figure: string, value: number, more: string): BenchRow => ({
      figure,
      value,
      unit: 'ms',
      rival,
      rivalValue: plain / CORES,
      ratio: plain / CORES / value,
      note: note + more,
    });
    return [
      row(
        'listening zone, 201 × 201 places × 128 frequencies × 8 drivers, 12 maps',
        other.finestMs,
        `${other.cpuMs.toFixed(0)} ms of CPU in all; coarsest map after ${other.coarsestMs.toFixed(0)} ms; the first of all, tables included, ${first.finestMs.toFixed(0)} ms; rival timed on some rows and shared by two cores`,
      ),
      row(
        'the same of a mirror-symmetric design',
        symmetric.finestMs,
        `half of it is the other half's mirror image; ${symmetric.cpuMs.toFixed(0)} ms of CPU in all; coarsest map after ${symmetric.coarsestMs.toFixed(0)} ms`,
      ),
    ];
  });
}
