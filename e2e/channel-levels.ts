/**
 * Every channel that the app sends to its output, as the browser renders it: how much of it there was, and how sharply it
 * ever bent. A processor of the test's own listens beside the app's: nothing of the app is replaced, besides how many
 * channels the output says it has.
 */
import type { Page } from '@playwright/test';

const CHANNELS = 8;

declare global {
  interface Window {
    channelLevels: {
      /** [0] frames, then the energy of each channel, then each channel's largest second difference. */
      readonly sums: Float64Array;
      mostChannels: number;
    };
  }
}

/** To be called before the page is opened. */
export async function watchChannels(page: Page, mostChannels: number): Promise<void> {
  // The site's own policy lets no script of a test onto its audio thread.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.addInitScript(
    ([channels, most]) => {
      const sums = new Float64Array(new SharedArrayBuffer(8 * (1 + 2 * channels)));
      window.channelLevels = { sums, mostChannels: most };
      Object.defineProperty(AudioDestinationNode.prototype, 'maxChannelCount', {
        get: () => window.channelLevels.mostChannels,
      });
      const SCRIPT = `registerProcessor('channel-levels', class extends AudioWorkletProcessor {
        constructor({ processorOptions }) {
          super();
          this.sums = processorOptions.sums;
          this.last = Array.from({ length: ${channels} }, () => [0, 0]);
        }
        process([input]) {
          this.sums[0] += 128;
          this.last.forEach((last, c) => {
            for (let n = 0; n < 128; n++) {
              const x = input[c]?.[n] ?? 0;
              const bend = Math.abs(x - 2 * last[0] + last[1]);
              this.sums[1 + c] += x * x;
              if (!(bend <= this.sums[1 + ${channels} + c])) this.sums[1 + ${channels} + c] = bend;
              last[1] = last[0];
              last[0] = x;
            }
          });
          return true;
        }
      });`;
      const taps = new Map<BaseAudioContext, GainNode>();
      const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
      window.AudioContext = class extends AudioContext {
        constructor(options?: AudioContextOptions) {
          super(options);
          const tap = new GainNode(this, { channelInterpretation: 'discrete' });
          taps.set(this, tap);
          const url = URL.createObjectURL(new Blob([SCRIPT], { type: 'text/javascript' }));
          void this.audioWorklet.addModule(url).then(() => {
            const processorOptions = { sums };
            const meter = new AudioWorkletNode(this, 'channel-levels', { processorOptions });
            connect.call(tap, meter);
            connect.call(meter, this.destination);
          });
        }
      };
      AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
        const tap = taps.get(this.context);
        if (to[0] === this.context.destination && tap) connect.call(this, tap);
        return connect.apply(this, to);
      } as AudioNode['connect'];
    },
    [CHANNELS, mostChannels] as const,
  );
}

const read = (page: Page): Promise<number[]> => page.evaluate(() => Array.from(window.channelLevels.sums));

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
  await page.evaluate((first) => window.channelLevels.sums.fill(0, first), 1 + CHANNELS);
}

/** The sharpest bend of any channel since then. */
export async function largestBendSoFar(page: Page): Promise<number> {
  return Math.max(...(await read(page)).slice(1 + CHANNELS));
}

/** The output says that it has another number of channels. */
export async function setChannels(page: Page, channels: number): Promise<void> {
  await page.evaluate((most) => {
    window.channelLevels.mostChannels = most;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }, channels);
}
