/**
 * All that the app sends to its output, heard by a processor of the test's own beside the app's: nothing of the app is
 * replaced.
 */
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    outputTap: {
      /** What the processor writes to. */
      readonly memory: SharedArrayBuffer;
      /** The app's contexts, the newest last. */
      readonly contexts: AudioContext[];
      /** Runs a script on the audio thread of each of them. */
      run(script: string): Promise<void>;
    };
  }
}

export interface OutputTap {
  /** That `script` registers a processor under. Its option `memory` is what the page has as `outputTap.memory`. */
  readonly name: string;
  readonly script: string;
  readonly bytes: number;
}

/** To be called before the page is opened. */
export async function tapOutput(page: Page, tap: OutputTap): Promise<void> {
  // The site's own policy lets no script of a test onto its audio thread.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.addInitScript(({ name, script, bytes }: OutputTap) => {
    const memory = new SharedArrayBuffer(bytes);
    const contexts: AudioContext[] = [];
    const add = (context: AudioContext, text: string): Promise<void> =>
      context.audioWorklet.addModule(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
    const run = async (text: string): Promise<void> => {
      for (const context of contexts) await add(context, text);
    };
    window.outputTap = { memory, contexts, run };
    const taps = new Map<BaseAudioContext, GainNode>();
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
        const tap = new GainNode(this, { channelInterpretation: 'discrete' });
        taps.set(this, tap);
        void add(this, script).then(() => {
          const listener = new AudioWorkletNode(this, name, { processorOptions: { memory } });
          connect.call(tap, listener);
          connect.call(listener, this.destination);
        });
      }
    };
    AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
      const tap = taps.get(this.context);
      if (to[0] === this.context.destination && tap) connect.call(this, tap);
      return connect.apply(this, to);
    } as AudioNode['connect'];
  }, tap);
}
