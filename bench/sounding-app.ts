import type { Page } from '@playwright/test';
import { wavHeader } from './wav-header.ts';

/** What plays has come to rest when it has not changed for this long: then all that follows from an edit is done. */
const REST_MS = 2200;

/** When things happened, ms on the page's clock. */
export interface Times {
  edit: number;
  designed: number;
  /** First change of what is drawn of the design after the edit. */
  drawn: number;
  /** First change of the sound after the edit. */
  heard: number;
  /** Newest change of the sound. */
  changed: number;
}

declare global {
  interface Window {
    times: Times;
  }
}

/** Notes when the designer answers, and keeps the filter matrix's node. Runs before the app. */
function watch(): void {
  window.times = { edit: NaN, designed: NaN, drawn: NaN, heard: NaN, changed: NaN };
  const edit = (): void =>
    void Object.assign(window.times, { edit: performance.now(), designed: NaN, drawn: NaN, heard: NaN });
  window.addEventListener('keydown', edit, { capture: true });
  // Once the pointer is down, what moves it is an edit.
  window.addEventListener('pointermove', ({ buttons }) => buttons !== 0 && edit(), { capture: true });
  addEventListener('DOMContentLoaded', () => {
    const picture = new MutationObserver((changes) => {
      const inPlot = changes.some(({ target }) => {
        const element = target as Element;
        // The sketch of a map stands beside what plotly draws; other canvases are of other things.
        if (element instanceof HTMLCanvasElement)
          return element.parentElement!.querySelector(':scope > .js-plotly-plot') !== null;
        return element.closest('.scatterlayer, .contourlayer') !== null;
      });
      if (inPlot && Number.isNaN(window.times.drawn)) window.times.drawn = performance.now();
    });
    picture.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['d', 'hidden', 'width'],
    });
  });
  window.Worker = class extends Worker {
    constructor(...setup: ConstructorParameters<typeof Worker>) {
      super(...setup);
      if (setup[1]?.name !== 'designer') return;
      this.addEventListener('message', () => {
        if (Number.isNaN(window.times.designed)) window.times.designed = performance.now();
      });
    }
  };
  window.AudioWorkletNode = class extends AudioWorkletNode {
    constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
      super(...setup);
      if (setup[1].endsWith('filter-matrix')) void tap(this);
    }
  };

  /** Tells of every quantum that departs from the one before by a five hundredth: what plays is the same in each. */
  async function tap(node: AudioWorkletNode): Promise<void> {
    const source = `registerProcessor('tap', class extends AudioWorkletProcessor {
      last = [new Float32Array(128), new Float32Array(128)];
      process([input]) {
        let [power, change] = [0, 0];
        input.slice(0, 2).forEach((x, channel) => {
          const last = this.last[channel];
          for (let i = 0; i < x.length; i++) {
            power += x[i] * x[i];
            change += (x[i] - last[i]) ** 2;
          }
          last.set(x);
        });
        if (change > 0.002 ** 2 * power) this.port.postMessage(0);
        return true;
      } });`;
    const { context } = node;
    await context.audioWorklet.addModule(
      URL.createObjectURL(new Blob([source], { type: 'text/javascript' })),
    );
    const listener = new AudioWorkletNode(context, 'tap', { numberOfOutputs: 0 });
    node.connect(listener);
    listener.port.onmessage = () => {
      const now = performance.now();
      window.times.changed = now;
      if (Number.isNaN(window.times.heard)) window.times.heard = now;
    };
  }
}

/** A tone with three periods to a quantum: every quantum is the same. As a WAV file's bytes. */
function tone(sampleRateHz: number, seconds: number): Buffer {
  const frames = seconds * sampleRateHz;
  const samples = Buffer.alloc(8 * frames);
  for (let n = 0; n < frames; n++) {
    const x = 0.1 * Math.sin((2 * Math.PI * 3 * n) / 128);
    samples.writeFloatLE(x, 8 * n);
    samples.writeFloatLE(-0.3 * x, 8 * n + 4);
  }
  return Buffer.concat([wavHeader({ code: 3, bits: 32, sampleRateHz, frames }), samples]);
}

/** Opens the app on a tone that plays, with `window.times` kept from then on. */
export async function openApp(page: Page, url: string): Promise<void> {
  await page.addInitScript(watch);
  await page.goto(url);
  const play = page.getByRole('button', { name: 'Play', exact: true });
  await play.waitFor();
  const rate = await page.evaluate(() => new AudioContext().sampleRate);
  const file = { name: 'tone.wav', mimeType: 'audio/wav', buffer: tone(rate, 120) };
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('tone', { exact: true }).first().waitFor();
  await play.click();
  await rest(page);
}

/** Waits until the newest edit is heard and nothing changes any more. */
export async function rest(page: Page, restMs = REST_MS): Promise<void> {
  await page.waitForFunction((ms) => performance.now() - window.times.changed > ms, restMs);
}

/** The tone from its first sample again: it lasts for one series of edits. */
export async function restart(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Position', exact: true }).press('Home');
  const play = page.getByRole('button', { name: 'Play', exact: true });
  // On a slow machine it has ended by then.
  if (await play.isVisible()) await play.click();
  await rest(page);
}
