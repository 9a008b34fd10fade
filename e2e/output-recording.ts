/** Everything that the app sends to its output, sample by sample. */
import type { Page } from '@playwright/test';
import { tapOutput } from './output-tap.ts';

/** Some three minutes at 48 kHz. */
const FRAMES = 2 ** 23;
/** How many frames have been written, in 32 bits; then their samples. */
const HEADER_BYTES = 4;

/** The classes of the app's processors are `processors` for whatever else is run there. */
const SCRIPT = `
  globalThis.processors = [];
  const register = registerProcessor;
  globalThis.registerProcessor = (name, type) => {
    processors.push(type);
    register(name, type);
  };
  register('output-recorder', class extends AudioWorkletProcessor {
    constructor({ processorOptions: { memory } }) {
      super();
      this.count = new Int32Array(memory, 0, 1);
      this.samples = new Float32Array(memory, ${HEADER_BYTES});
    }
    process([input]) {
      const at = Atomics.load(this.count, 0);
      if (at + 128 > this.samples.length) return true;
      for (let n = 0; n < 128; n++) {
        let largest = 0;
        for (const channel of input) if (!(Math.abs(channel[n]) <= Math.abs(largest))) largest = channel[n];
        this.samples[at + n] = largest;
      }
      Atomics.store(this.count, 0, at + 128);
      return true;
    }
  });`;

/** To be called before the page is opened. */
export async function recordOutput(page: Page): Promise<void> {
  const bytes = HEADER_BYTES + 4 * FRAMES;
  await tapOutput(page, { name: 'output-recorder', script: SCRIPT, bytes });
}

export interface Heard {
  readonly sampleRateHz: number;
  /** One channel: of each frame the largest sample of any. */
  readonly samples: Float32Array;
}

export const framesSoFar = (page: Page): Promise<number> =>
  page.evaluate(() => Atomics.load(new Int32Array(window.outputTap.memory, 0, 1), 0));

/** What was sent to the output from a frame on. */
export async function heardSince(page: Page, frame: number): Promise<Heard> {
  const { sampleRateHz, base64 } = await page.evaluate(
    ([from, header]) => {
      const { memory, contexts } = window.outputTap;
      const count = Atomics.load(new Int32Array(memory, 0, 1), 0);
      const bytes = new Uint8Array(memory.slice(header + 4 * from, header + 4 * count));
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768)
        text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return { sampleRateHz: contexts.at(-1)!.sampleRate, base64: btoa(text) };
    },
    [frame, HEADER_BYTES] as const,
  );
  return { sampleRateHz, samples: new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer) };
}
