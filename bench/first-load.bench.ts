import type { Browser } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { median, type BenchRow } from './bench-row.ts';
import { inBuiltApp } from './browser.ts';

const VISITS = 7;
const PAINT_AIM_MS = 1000;
const BYTES_AIM_KB = 200;
/** Music is not the program. */
const DEMO = /\/demo\//;
/** What a document waits for before it can be drawn and used; workers, kernels and processors come while it is there. */
const PAGE_TYPES: readonly string[] = ['document', 'script', 'stylesheet'];

interface Visit {
  readonly paintMs: number;
  /** Asked for before Play can be pressed. */
  readonly pageBytes: number;
  /** Workers and kernels too, and what comes after that. */
  readonly allBytes: number;
  /** Of these, what is fetched ahead of need once the page is idle. */
  readonly aheadBytes: number;
}

/** A first visit, nothing kept, until Play can be pressed. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const sizes = new Map<string, { bytes: number; isPage: boolean }>();
  const reading: Promise<void>[] = [];
  context.on('response', (response) => {
    const address = response.url();
    if (DEMO.test(address) || !address.startsWith('http')) return;
    const isWorker = /worker|worklet/.test(address);
    const isPage = PAGE_TYPES.includes(response.request().resourceType()) && !isWorker;
    reading.push(
      response.body().then((body) => {
        sizes.set(address, { bytes: gzipSync(body, { level: 9 }).length, isPage });
      }),
    );
  });
  const page = await context.newPage();
  await page.addInitScript(notePlayable);
  await page.goto(url);
  await page.locator('button[aria-label="Play"]:enabled').waitFor();
  await page.waitForTimeout(2000);
  await Promise.all(reading);
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  );
  const late = new Set(await page.evaluate(askedForLater));
  await context.close();
  const sum = (which: (address: string, isPage: boolean) => boolean) =>
    [...sizes]
      .filter(([address, { isPage }]) => which(address, isPage))
      .reduce((total, [, { bytes }]) => total + bytes, 0);
  return {
    paintMs,
    pageBytes: sum((address, isPage) => isPage && !late.has(address)),
    allBytes: sum(() => true),
    aheadBytes: sum((address, isPage) => isPage && late.has(address)),
  };
}

declare global {
  interface Window {
    /** When Play could first be pressed, ms on the page's clock. */
    playableAtMs: number;
  }
}

/** Runs before the app. */
function notePlayable(): void {
  const look = (): void => {
    if (document.querySelector('button[aria-label="Play"]:enabled') === null) return;
    window.playableAtMs = performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page. @returns addresses of what it asked for only after Play could be pressed */
function askedForLater(): string[] {
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime > window.playableAtMs)
    .map(({ name }) => name);
}

/** What a first visit costs before anything is opened: until something is drawn, and what is loaded for it. */
export function firstLoadBench(): Promise<BenchRow[]> {
  return inBuiltApp(async (browser, url) => {
    const visits: Visit[] = [];
    for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, url));
    const row = (figure: string, value: number, unit: string, rival: string, note: string): BenchRow => ({
      ...{ figure, value, unit, rival, note },
      rivalValue: null,
      ratio: null,
    });
    const kB = (bytes: number) => bytes / 1000;
    const last = visits.at(-1)!;
    const aim = `none: ${BYTES_AIM_KB} kB is the aim`;
    return [
      row(
        'first paint of a first visit',
        median(visits.map(({ paintMs }) => paintMs)),
        'ms',
        `none: ${PAINT_AIM_MS} ms is the aim`,
        `median of ${VISITS} visits, slowest ${Math.max(...visits.map(({ paintMs }) => paintMs)).toFixed(0)} ms; nothing kept, served from this machine`,
      ),
      row(
        'page, styles and scripts before plots',
        kB(last.pageBytes),
        'kB',
        aim,
        'gzip -9; until Play can be pressed',
      ),
      row(
        'all of the program before plots',
        kB(last.allBytes),
        'kB',
        aim,
        `gzip -9; with workers and kernels, without music, and with ${kB(last.aheadBytes).toFixed(1)} kB of sheets and parts that are fetched ahead once the page is idle`,
      ),
    ];
  });
}
