import type { Browser } from '@playwright/test';
import type { BenchRow } from './bench-row.ts';
import { inBuiltApp } from './browser.ts';
import { frameTimesMs } from './frame-times.ts';

const SECONDS = 10;
/** What a frame may take of the page's thread. */
const AIM_MS = 4;
const SCREENS = [
  { name: 'desktop', viewport: { width: 1440, height: 900 }, withMeters: false },
  { name: 'desktop, meters open', viewport: { width: 1440, height: 900 }, withMeters: true },
  { name: 'phone', viewport: { width: 390, height: 844 }, withMeters: false },
] as const;

/** What the page's thread does in a frame while the stage moves: all of its tasks, in processor time, without a graphics card. */
export function stageBench(): Promise<BenchRow[]> {
  return inBuiltApp(
    async (browser, url) => {
      const rows: BenchRow[] = [];
      for (const screen of SCREENS) rows.push(...(await measure(browser, url, screen)));
      return rows;
    },
    ['--autoplay-policy=no-user-gesture-required'],
  );
}

async function measure(
  browser: Browser,
  url: string,
  { name, viewport, withMeters }: (typeof SCREENS)[number],
): Promise<BenchRow[]> {
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  if (withMeters) await page.getByRole('button', { name: 'Meters', exact: true }).click();
  // Until everything that comes with the first sound is there, and optimised.
  await page.waitForTimeout(5000);
  const times = await frameTimesMs(await page.context().newCDPSession(page), SECONDS);
  await page.close();
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  const over = (100 * times.filter((ms) => ms > AIM_MS).length) / times.length;
  const row = (figure: string, value: number, unit: string, rival: string, note?: string): BenchRow => ({
    figure: `stage, ${name}: ${figure}`,
    value,
    unit,
    rival,
    rivalValue: null,
    ratio: null,
    ...(note && { note }),
  });
  return [
    row('page’s thread per frame, median', quantile(0.5), 'ms', `none: ${AIM_MS} ms is the aim`),
    row(
      'page’s thread per frame, 99th percentile',
      quantile(0.99),
      'ms',
      `none: ${AIM_MS} ms is the aim`,
      `${over.toFixed(1)} % of ${times.length} frames take longer than ${AIM_MS} ms, the longest ${sorted.at(-1)!.toFixed(1)} ms`,
    ),
    row('frames', times.length / SECONDS, '/s', 'none: 60 /s is the aim'),
  ];
}
