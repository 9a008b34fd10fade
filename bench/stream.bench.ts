import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { median, type BenchRow } from './bench-row.ts';
import { inBuiltApp } from './browser.ts';
import { MemoryWatch } from './soak-memory.ts';

const HOURS = 3;
const TIMES = 5;
/** Played before the memory is looked at, so that reading ahead and the waveform have had their turn. */
const PLAYED_MS = 15_000;
/** Where it is played from, one after the other; of its length. */
const PLACES = [0.9, 0.2, 0.7, (HOURS * 60 - 1) / (HOURS * 60), 0.05];
/** What is to sound within this has been asked for now. */
const SOON_MS = 200;

declare global {
  interface Window {
    /** When the first buffer of those that were started since then sounds, ms on the page's clock. */
    soundsAt: number;
  }
}

/**
 * How soon a file of three hours sounds, anywhere in it, and what it holds in memory. ffmpeg makes the file: without it
 * nothing is measured.
 */
export async function streamBench(): Promise<BenchRow[]> {
  if (spawnSync('ffmpeg', ['-version']).error) {
    console.log('Not measured: ffmpeg, which makes the file of three hours, is not on this machine.');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'soundstage-stream-'));
  try {
    const file = join(folder, 'long.flac');
    makeFlac(file);
    return await inBuiltApp(
      async (browser, url) => measure(browser, url, file),
      ['--autoplay-policy=no-user-gesture-required', '--enable-blink-features=ForceEagerMeasureMemory'],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function makeFlac(file: string): void {
  const seconds = HOURS * 3600;
  const noise = `anoisesrc=r=44100:c=pink:a=0.2:d=${seconds}:seed=3`;
  const tone = `sine=f=220:r=44100:d=${seconds}`;
  const { status } = spawnSync('ffmpeg', [
    ...['-loglevel', 'error', '-f', 'lavfi', '-i', noise, '-f', 'lavfi', '-i', tone],
    ...['-filter_complex', '[0:a][1:a]join=inputs=2:channel_layout=stereo'],
    ...['-c:a', 'flac', '-compression_level', '0', file],
  ]);
  if (status !== 0) throw new Error(`ffmpeg could not make ${file}: it ended with ${status}`);
}

async function measure(browser: Browser, url: string, file: string): Promise<BenchRow[]> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.addInitScript(watchStarts);
  await page.goto(url);
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await play.click();
  await page.waitForTimeout(PLAYED_MS);
  const position = page.getByRole('slider', { name: 'Position' });
  const memory = await MemoryWatch.of(browser, page);
  const [resident, before] = [await memory.processMb(), await heldMb(page)];
  const opened: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    opened.push(await untilSound(page, () => page.setInputFiles('input[type=file]', file)));
  }
  const sought: number[] = [];
  for (const share of PLACES) {
    const box = (await position.boundingBox())!;
    const place = { x: share * box.width, y: box.height / 2 };
    sought.push(await untilSound(page, () => position.click({ position: place })));
  }
  await page.waitForTimeout(PLAYED_MS);
  const held = (await heldMb(page)) - before;
  const grown = (await memory.processMb()) - resident;
  await page.close();
  const row = (figure: string, value: number, unit: string, note: string): BenchRow => ({
    ...{ figure, value, unit, note },
    ...{ rival: 'none', rivalValue: null, ratio: null },
  });
  return [
    row(
      `a FLAC file of ${HOURS} hours, from choosing it to its first sample`,
      median(opened),
      'ms',
      `median of ${TIMES}, slowest ${Math.max(...opened).toFixed(0)} ms; the path’s latency comes on top`,
    ),
    row(
      `a seek in it, to the first sample from there`,
      median(sought),
      'ms',
      `median of ${sought.length} places, slowest ${Math.max(...sought).toFixed(0)} ms`,
    ),
    row(
      `memory that it holds while it plays, page and workers`,
      held,
      'MB',
      `more than the demo track, ${before.toFixed(0)} MB; ${PLAYED_MS / 1000} s after the last seek, its waveform being filled in; the process has grown by ${grown.toFixed(0)} MB, what is to be swept away included`,
    ),
  ];
}

function watchStarts(): void {
  window.soundsAt = Infinity;
  const start = AudioBufferSourceNode.prototype.start as (
    this: AudioBufferSourceNode,
    ...at: number[]
  ) => void;
  AudioBufferSourceNode.prototype.start = function (...at: number[]): void {
    const [when = 0] = at;
    const wait = Math.max(0, when - this.context.currentTime);
    // What played before may still be told ahead: that sounds later.
    window.soundsAt = Math.min(window.soundsAt, performance.now() + 1000 * wait);
    start.apply(this, at);
  };
  const begin = (): void => {
    window.soundsAt = Infinity;
    performance.mark('gesture');
  };
  for (const gesture of ['change', 'pointerup']) window.addEventListener(gesture, begin, { capture: true });
}

async function untilSound(page: Page, act: () => Promise<unknown>): Promise<number> {
  await act();
  await page.waitForFunction((soon) => window.soundsAt < performance.now() + soon, SOON_MS);
  return page.evaluate(() => window.soundsAt - performance.getEntriesByName('gesture').at(-1)!.startTime);
}

async function heldMb(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const measuring = performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
    };
    return (await measuring.measureUserAgentSpecificMemory()).bytes / 1e6;
  });
}
