/**
 * Everything that the app sends to its output, sample by sample, as the browser renders it. A processor of the test's own
 * listens beside the app's: nothing of the app is replaced.
 */
import type { Page } from '@playwright/test';

/** Some three minutes at 48 kHz. */
const FRAMES = 2 ** 23;

declare global {
  interface Window {
    recording: {
      readonly samples: Float32Array;
      /** [0] how many frames have been written. */
      readonly count: Int32Array;
      /** Frames before which the output stood still: nothing was heard, whatever came before. */
      readonly rests: number[];
      readonly contexts: AudioContext[];
      readonly nodes: AudioWorkletNode[];
      /** Runs a script on the audio thread, where `processors` are the classes of the app’s. */
      run(script: string): Promise<void>;
    };
  }
}

/** To be called before the page is opened. */
export async function recordOutput(page: Page): Promise<void> {
  // The site's content policy allows no scripts but its own; the recorder is the test's.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.addInitScript((frames) => {
    const samples = new Float32Array(new SharedArrayBuffer(4 * frames));
    const count = new Int32Array(new SharedArrayBuffer(4));
    const recording: Window['recording'] = {
      samples,
      count,
      rests: [],
      contexts: [],
      nodes: [],
      run: async (script) => {
        for (const context of recording.contexts) await context.audioWorklet.addModule(moduleUrl(script));
      },
    };
    window.recording = recording;
    const moduleUrl = (script: string) =>
      URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const RECORDER = `
      globalThis.processors = [];
      const register = registerProcessor;
      globalThis.registerProcessor = (name, type) => {
        processors.push(type);
        register(name, type);
      };
      register('output-recorder', class extends AudioWorkletProcessor {
        constructor({ processorOptions }) {
          super();
          Object.assign(this, processorOptions);
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
    const taps = new Map<BaseAudioContext, GainNode>();
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        recording.contexts.push(this);
        const tap = new GainNode(this);
        taps.set(this, tap);
        this.addEventListener('statechange', () => {
          if (this.state !== 'running') recording.rests.push(Atomics.load(count, 0));
        });
        void this.audioWorklet.addModule(moduleUrl(RECORDER)).then(() => {
          const recorder = new AudioWorkletNode(this, 'output-recorder', {
            processorOptions: { samples, count },
          });
          connect.call(tap, recorder);
          connect.call(recorder, this.destination);
        });
      }
    };
    AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
      const tap = taps.get(this.context);
      if (to[0] === this.context.destination && tap) connect.call(this, tap);
      return connect.apply(this, to);
    } as AudioNode['connect'];
    window.AudioWorkletNode = class extends AudioWorkletNode {
      constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
        super(...setup);
        if (setup[1] !== 'output-recorder') recording.nodes.push(this);
      }
    };
  }, FRAMES);
}

export interface Heard {
  readonly sampleRateHz: number;
  /** One channel: of each frame the largest sample of any. */
  readonly samples: Float32Array;
}

export const framesSoFar = (page: Page): Promise<number> =>
  page.evaluate(() => Atomics.load(window.recording.count, 0));

/** What was sent to the output from a frame on. */
export async function heardSince(page: Page, frame: number): Promise<Heard> {
  const { sampleRateHz, base64 } = await page.evaluate((from) => {
    const { samples, count, contexts } = window.recording;
    const bytes = new Uint8Array(samples.slice(from, Atomics.load(count, 0)).buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return { sampleRateHz: contexts.at(-1)!.sampleRate, base64: btoa(text) };
  }, frame);
  return { sampleRateHz, samples: new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer) };
}
