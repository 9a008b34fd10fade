import { chromium } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { createServer } from 'vite';

import { median } from './bench-row.ts';
import type { BenchRow } from './bench-row.ts';
import type { ChainPage, Contender, MatrixConfig } from './chain-page.ts';

const RUNS = 5;
/** CPU time is counted in hundredths of a second: a run must take many of them. */
const CPU_SECONDS_PER_RUN = 0.35;
const COMPARED_SAMPLES = 2000;
/** The contenders must agree like two ways to compute one thing in Float32. */
const LARGEST_DIFFERENCE_DB = -100;

/** Each with the speed to expect (kernel, bank of convolvers), which sets the length of the signal. */
const CONFIGS: readonly (MatrixConfig & { readonly expected: readonly [number, number] })[] = [
  { inputs: 3, outputs: 2, taps: 2048, expected: [200, 60] },
  { inputs: 3, outputs: 5, taps: 4096, expected: [150, 25] },
  { inputs: 3, outputs: 8, taps: 4096, expected: [120, 15] },
  { inputs: 3, outputs: 16, taps: 8192, expected: [45, 5] },
  { inputs: 16, outputs: 2, taps: 32_768, expected: [30, 4] },
];

declare global {
  interface Window {
    chainPage: ChainPage;
  }
}

/** CPU time that the page's process has used; independent of what else the machine does. */
async function cpuSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

interface Run {
  readonly timesRealTime: number;
  readonly tail: readonly number[];
}

async function runOnce(
  page: Page,
  session: CDPSession,
  contender: Contender,
  config: MatrixConfig,
  seconds: number,
): Promise<Run> {
  await page.evaluate(([c, m, s]) => window.chainPage.arm(c, m, s), [contender, config, seconds] as const);
  const before = await cpuSeconds(session);
  await page.evaluate(() => window.chainPage.render());
  const used = (await cpuSeconds(session)) - before;
  const tail = await page.evaluate((count) => window.chainPage.tail(count), COMPARED_SAMPLES);
  return { timesRealTime: seconds / used, tail };
}

function differenceDb(a: readonly number[], b: readonly number[]): number {
  let difference = 0;
  let power = 0;
  a.forEach((sample, n) => {
    difference += (sample - b[n]!) ** 2;
    power += b[n]! ** 2;
  });
  return 10 * Math.log10(difference / power);
}

/** Whole seconds, so that all contenders end on the same sample of the repeating signal. */
function signalSeconds(timesRealTime: number): number {
  return Math.max(2, Math.round(timesRealTime * CPU_SECONDS_PER_RUN));
}

async function measure(
  browser: Browser,
  url: string,
  session: CDPSession,
  { expected, ...config }: (typeof CONFIGS)[number],
): Promise<BenchRow[]> {
  // A page keeps its WebAssembly memories for long and may have few: one page per configuration.
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'chainPage' in window);
  // Three inputs are what the upmix makes: there the whole way can be run.
  const ours: readonly Contender[] = [
    'kernel',
    'relaxed kernel',
    ...(config.inputs === 3 ? ['chain' as const] : []),
  ];
  const contenders: readonly Contender[] = [...ours, 'convolvers'];
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const contender of contenders) {
      const seconds = signalSeconds(expected[contender === 'convolvers' ? 1 : 0]);
      runs.get(contender)!.push(await runOnce(page, session, contender, config, seconds));
    }
  }
  await page.close();
  const speed = (contender: Contender) => median(runs.get(contender)!.map((run) => run.timesRealTime));
  const rivalValue = speed('convolvers');
  return ours.map((contender) => {
    const value = speed(contender);
    const { inputs, outputs, taps } = config;
    return {
      figure: `${NAMES[contender]} ${inputs}→${outputs}, ${taps} taps`,
      value,
      unit: '× real time',
      rival: `${inputs * outputs} native ConvolverNodes`,
      rivalValue,
      ratio: value / rivalValue,
      note: `median of ${RUNS}, per CPU second, in Chromium; ${agreement(contender, runs)}`,
    };
  });
}

const NAMES: Readonly<Record<Contender, string>> = {
  kernel: 'matrix, SIMD,',
  'relaxed kernel': 'matrix, relaxed SIMD,',
  chain: 'upmix, matrix, limiter,',
  convolvers: 'convolvers',
};

/** @throws when a matrix does not give what the convolvers give */
function agreement(contender: Contender, runs: ReadonlyMap<Contender, readonly Run[]>): string {
  if (contender === 'chain') return 'from stereo, the rival does the matrix alone';
  const difference = differenceDb(runs.get(contender)![0]!.tail, runs.get('convolvers')![0]!.tail);
  if (!(difference <= LARGEST_DIFFERENCE_DB))
    throw new Error(`${contender}: differs from the convolvers by ${difference.toFixed(1)} dB`);
  return `results differ by ${difference.toFixed(0)} dB`;
}

/** The filter-matrix processor beside a bank of the browser's own convolvers with the same filters. */
export async function chainBench(): Promise<BenchRow[]> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { port: 0 },
    worker: { format: 'es' },
  });
  await server.listen();
  const executablePath = process.env['CHROMIUM_PATH'];
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const url = new URL('bench/chain.html', server.resolvedUrls!.local[0]).href;
    const rows: BenchRow[] = [];
    for (const config of CONFIGS) rows.push(...(await measure(browser, url, session, config)));
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
