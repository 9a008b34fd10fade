import type { Browser, CDPSession, Page } from '@playwright/test';
import { median } from './bench-row.ts';
import { cpuSeconds, type Bed } from './browser.ts';
import type { Contender, Course, MatrixConfig, MatrixPage } from './matrix-page.ts';

/** CPU time is counted in hundredths of a second: a run must take many of them. */
const CPU_SECONDS_PER_RUN = 0.6;
/** Longest rendering; the fastest then take less CPU time than that. */
const MAX_SECONDS = 400;
const QUANTUM_MICROSECONDS = (128 / 48_000) * 1e6;
const COMPARED_SAMPLES = 2000;
/** The contenders must agree like two ways to compute one thing in Float32. */
const LARGEST_DIFFERENCE_DB = -100;

declare global {
  interface Window {
    matrixPage: MatrixPage;
  }
}

export interface Speeds {
  /** Times real time per CPU second, the graph without a matrix included. */
  readonly gross: ReadonlyMap<Contender, number>;
  /** The same without what the graph costs by itself. */
  readonly net: ReadonlyMap<Contender, number>;
  readonly differenceDb: number;
}

interface Session {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly config: MatrixConfig;
}

/** CPU seconds per second of audio. */
async function costOf(
  { page, cdp, config }: Session,
  contender: Contender,
  seconds: number,
): Promise<number> {
  await page.evaluate(([c, m, s]) => window.matrixPage.arm(c, m, s, 1), [
    contender,
    config,
    seconds,
  ] as const);
  const before = await cpuSeconds(cdp);
  await page.evaluate(() => window.matrixPage.render());
  return ((await cpuSeconds(cdp)) - before) / seconds;
}

/** Level of the largest difference of two contenders' outputs, dB. */
async function differenceDb({ page, config }: Session, contenders: readonly Contender[]): Promise<number> {
  const tails: number[][] = [];
  const seconds = Math.ceil(config.taps / 48_000) + 1;
  for (const contender of contenders) {
    await page.evaluate(([c, m, s]) => window.matrixPage.arm(c, m, s, m.outputs), [
      contender,
      config,
      seconds,
    ] as const);
    await page.evaluate(() => window.matrixPage.render());
    tails.push(await page.evaluate((count) => window.matrixPage.tail(count), COMPARED_SAMPLES));
  }
  const [first, ...others] = tails;
  const power = first!.reduce((sum, x) => sum + x * x, 0);
  const errors = others.map((tail) => tail.reduce((sum, x, n) => sum + (x - first![n]!) ** 2, 0));
  return 10 * Math.log10(Math.max(...errors) / power);
}

/**
 * Speeds of several contenders in turns, medians of `runs`.
 * @throws when they do not give the same
 */
export async function speedsOf(
  { browser, urlOf }: Bed,
  config: MatrixConfig,
  contenders: readonly Exclude<Contender, 'graph'>[],
  runs: number,
): Promise<Speeds> {
  // A page keeps its WebAssembly memories for long and may have few: one page per configuration.
  const page = await openPage(browser, urlOf('matrix.html'));
  const session = { page, cdp: await browser.newBrowserCDPSession(), config };
  const difference = await differenceDb(session, contenders);
  if (difference > LARGEST_DIFFERENCE_DB)
    throw new Error(`${JSON.stringify(config)}: contenders differ by ${difference.toFixed(1)} dB`);
  const all: readonly Contender[] = ['graph', ...contenders];
  const lengths = new Map<Contender, number>();
  for (const contender of all) {
    const cost = Math.max(1e-3, await costOf(session, contender, 10));
    lengths.set(contender, Math.min(MAX_SECONDS, Math.max(4, Math.round(CPU_SECONDS_PER_RUN / cost))));
  }
  const costs = new Map<Contender, number[]>(all.map((contender) => [contender, []]));
  for (let run = 0; run < runs; run++) {
    for (const contender of all)
      costs.get(contender)!.push(await costOf(session, contender, lengths.get(contender)!));
  }
  await page.close();
  const cost = new Map(all.map((contender) => [contender, median(costs.get(contender)!)]));
  const alone = cost.get('graph')!;
  return {
    gross: new Map(contenders.map((contender) => [contender, 1 / cost.get(contender)!])),
    net: new Map(contenders.map((contender) => [contender, 1 / (cost.get(contender)! - alone)])),
    differenceDb: difference,
  };
}

/** Times real time of the kernel by itself, in a loop. */
export async function kernelAlone(
  { browser, urlOf }: Bed,
  config: MatrixConfig,
  course: Course = 'steady',
): Promise<number> {
  const page = await openPage(browser, urlOf('matrix.html'));
  const microseconds = await page.evaluate(([c, how]) => window.matrixPage.kernelAlone(c, how), [
    config,
    course,
  ] as const);
  await page.close();
  return QUANTUM_MICROSECONDS / microseconds;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'matrixPage' in window);
  return page;
}
