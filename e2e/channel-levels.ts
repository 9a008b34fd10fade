/**
 * Every channel that the app sends to its output: how much of it there was, and how sharply it ever bent. How many channels
 * the output says it has is the test's.
 */
import type { Page } from '@playwright/test';
import { tapOutput } from './output-tap.ts';

const CHANNELS = 8;
/** Of 64 bits: [0] frames, then the energy of each channel, then each channel's largest second difference. */
const SUMS = 1 + 2 * CHANNELS;

const SCRIPT = `registerProcessor('channel-levels', class extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.sums = new Float64Array(processorOptions.memory);
    this.last = Array.from({ length: ${CHANNELS} }, () => [0, 0]);
  }
  process([input]) {
    this.sums[0] += 128;
    this.last.forEach((last, c) => {
      for (let n = 0; n < 128; n++) {
        const x = input[c]?.[n] ?? 0;
        const bend = Math.abs(x - 2 * last[0] + last[1]);
        this.sums[1 + c] += x * x;
        if (!(bend <= this.sums[1 + ${CHANNELS} + c])) this.sums[1 + ${CHANNELS} + c] = bend;
        last[1] = last[0];
        last[0] = x;
      }
    });
    return true;
  }
});`;

declare global {
  interface Window {
    mostChannels: number;
  }
}

/** To be called before the page is opened. */
export async function watchChannels(page: Page, mostChannels: number): Promise<void> {
  await tapOutput(page, { name: 'channel-levels', script: SCRIPT, bytes: 8 * SUMS });
  await page.addInitScript((most) => {
    window.mostChannels = most;
    Object.defineProperty(AudioDestinationNode.prototype, 'maxChannelCount', {
      get: () => window.mostChannels,
    });
  }, mostChannels);
}

const read = (page: Page): Promise<number[]> =>
  page.evaluate(() => Array.from(new Float64Array(window.outputTap.memory)));

/** Level of every channel over a time, dB re full scale, −∞ for silence. */
export async function channelLevels(page: Page, milliseconds: number): Promise<number[]> {
  const before = await read(page);
  await page.waitForTimeout(milliseconds);
  const after = await read(page);
  const frames = after[0]! - before[0]!;
  return Array.from(
    { length: CHANNELS },
    (_, c) => 10 * Math.log10((after[1 + c]! - before[1 + c]!) / frames),
  );
}

/** Channels that are heard. */
export async function soundingChannels(page: Page, milliseconds = 300): Promise<number[]> {
  const levels = await channelLevels(page, milliseconds);
  return levels.flatMap((level, c) => (level > -70 ? [c] : []));
}

/** From now on bends are looked for anew. */
export async function forgetBends(page: Page): Promise<void> {
  await page.evaluate((first) => new Float64Array(window.outputTap.memory).fill(0, first), 1 + CHANNELS);
}

/** The sharpest bend of any channel since then. */
export async function largestBendSoFar(page: Page): Promise<number> {
  return Math.max(...(await read(page)).slice(1 + CHANNELS));
}

/** The output says that it has another number of channels. */
export async function setChannels(page: Page, channels: number): Promise<void> {
  await page.evaluate((most) => {
    window.mostChannels = most;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, channels);
}
