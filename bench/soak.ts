import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { inBrowser } from './browser.ts';
import { MemoryWatch } from './soak-memory.ts';
import type { SegmentResult } from './soak-page.ts';

export interface SoakRequest {
  readonly seed: number;
  /** Audio that is rendered at least. */
  readonly seconds: number;
  /** The first stay on a device: that of a failure, to make it happen again. */
  readonly firstSegment: number;
  readonly onProgress: (line: string) => void;
}

export interface SoakResult {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly seed: number;
  readonly secondsRendered: number;
  readonly devices: number;
  readonly framesLookedAt: number;
  readonly events: Readonly<Record<string, number>>;
  readonly peakDb: number;
  readonly truePeakDb: number;
  /** Largest step that any event but bad samples could have made, dB re full scale. */
  readonly largestStepDb: number;
  readonly memory: readonly MemoryPoint[];
  /** The last three points against the first three after the warm-up; null when there are too few. */
  readonly memoryGrowthPercent: number | null;
  readonly minutesTaken: number;
  readonly timesRealTime: number;
  readonly problems: readonly string[];
}

export interface MemoryPoint {
  readonly atSeconds: number;
  /** Of the page's process with a new page. */
  readonly processMb: number;
  /** Before that, with all devices of the old one. */
  readonly fullMb: number;
}

/**
 * A page is loaded anew after so many devices: Chromium keeps every offline context that had a worklet, with what it has
 * rendered, until its page goes; and a page may hold 124 memories, of which a device takes five.
 */
const DEVICES_PER_PAGE = 20;
/** Pages by which every device has been there and the browser has what it needs. */
const WARM_UP_PAGES = 4;
/** Points that are averaged at either end. */
const AVERAGED = 3;
const MAX_GROWTH_PERCENT = 5;
/** More would say the same again. */
const MAX_PROBLEMS = 20;
/** The listener's eighth difference of a step one high. */
const STEP_ROUGHNESS = 35;

const toDb = (amplitude: number) => Number((20 * Math.log10(amplitude)).toFixed(3));

/** Renders audio through the app's chain with a random event each second of it, and looks at every sample. */
export function soak(request: SoakRequest): Promise<SoakResult> {
  const { seed, seconds, firstSegment, onProgress } = request;
  return inBrowser(async ({ browser, urlOf }) => {
    const startedAt = Date.now();
    const page = await browser.newPage();
    const url = urlOf('soak.html');
    await open(page, url);
    const watch = await MemoryWatch.of(browser, page);
    const total = new Total();
    const memory: MemoryPoint[] = [];
    for (let index = firstSegment; total.seconds < seconds && total.problems.length < MAX_PROBLEMS; index++) {
      const run = page.evaluate(async ([s, i]) => (await window.soakPage).run(s, i), [seed, index] as const);
      total.add(await run, `seed ${seed}, segment ${index}`);
      if (total.devices % DEVICES_PER_PAGE > 0) continue;
      const fullMb = Math.round(await watch.processMb());
      await open(page, url);
      const processMb = Math.round(await watch.processMb());
      memory.push({ atSeconds: total.seconds, processMb, fullMb });
      const speed = (1000 * total.seconds) / (Date.now() - startedAt);
      onProgress(
        `${(total.seconds / 60).toFixed(0)} min rendered, ${speed.toFixed(0)} × real time, ${processMb} MB, ${total.problems.length} problems`,
      );
    }
    const growth = growthPercent(memory);
    if (growth !== null && growth > MAX_GROWTH_PERCENT)
      total.problems.push(`seed ${seed}: memory grew by ${growth.toFixed(1)} %`);
    const milliseconds = Date.now() - startedAt;
    const [{ model }, ...others] = cpus();
    return {
      date: new Date(startedAt).toISOString(),
      machine: `${model.trim()}, ${others.length + 1} cores, ${process.platform}`,
      browser: `Chromium ${browser.version()}`,
      seed,
      ...total.figures(),
      memory,
      memoryGrowthPercent: growth === null ? null : Number(growth.toFixed(2)),
      minutesTaken: Number((milliseconds / 60_000).toFixed(1)),
      timesRealTime: Number(((1000 * total.seconds) / milliseconds).toFixed(1)),
      problems: total.problems,
    };
  });
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'soakPage' in window);
  await page.evaluate(async () => void (await window.soakPage));
}

function growthPercent(memory: readonly MemoryPoint[]): number | null {
  const warm = memory.slice(WARM_UP_PAGES);
  if (warm.length < 2 * AVERAGED) return null;
  const mean = (points: readonly MemoryPoint[]) =>
    points.reduce((sum, { processMb }) => sum + processMb, 0) / points.length;
  return 100 * (mean(warm.slice(-AVERAGED)) / mean(warm.slice(0, AVERAGED)) - 1);
}

/** The sum of all stays. */
class Total {
  seconds = 0;
  readonly problems: string[] = [];
  private readonly events: Record<string, number> = {};
  devices = 0;
  private frames = 0;
  private peak = 0;
  private truePeak = 0;
  private roughness = 0;

  add(result: SegmentResult, name: string): void {
    this.seconds += result.seconds;
    this.devices += 1;
    this.frames += result.frames;
    this.peak = Math.max(this.peak, result.peak);
    this.truePeak = Math.max(this.truePeak, result.truePeak);
    for (const [kind, count] of Object.entries(result.events)) {
      this.events[kind] = (this.events[kind] ?? 0) + count;
      if (kind !== 'bad samples') this.roughness = Math.max(this.roughness, result.roughness[kind]!);
    }
    this.problems.push(...result.problems.map((problem) => `${name}, ${problem}`));
  }

  figures() {
    return {
      secondsRendered: this.seconds,
      devices: this.devices,
      framesLookedAt: this.frames,
      events: this.events,
      peakDb: toDb(this.peak),
      truePeakDb: toDb(this.truePeak),
      largestStepDb: toDb(this.roughness / STEP_ROUGHNESS),
    };
  }
}
