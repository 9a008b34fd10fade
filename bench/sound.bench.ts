import type { Page } from '@playwright/test';
import { median, type BenchRow } from './bench-row.ts';
import { inBrowser } from './browser.ts';
import { wavHeader } from './wav-header.ts';

const EDITS = 30;
/** What plays has come to rest when it has not changed for this long: then all that follows from an edit is done. */
const REST_MS = 2200;

/** When things happened, ms on the page's clock. */
interface Times {
  edit: number;
  designed: number;
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
  window.times = { edit: NaN, designed: NaN, heard: NaN, changed: NaN };
  const edit = (): void => void Object.assign(window.times, { edit: performance.now(), heard: NaN });
  window.addEventListener('keydown', edit, { capture: true });
  window.Worker = class extends Worker {
    constructor(...setup: ConstructorParameters<typeof Worker>) {
      super(...setup);
      if (setup[1]?.name !== 'designer') return;
      // Drawings come after the sound.
      this.addEventListener('message', () => {
        if (Number.isNaN(window.times.heard)) window.times.designed = performance.now();
      });
    }
  };
  window.AudioWorkletNode = class extends AudioWorkletNode {
    constructor(...setup: ConstructorParameters<typeof AudioWorkletNode>) {
      super(...setup);
      if (setup[1].endsWith('filter-matrix')) void tap(this);
    }
  };

  /** Tells of every quantum whose level is another than that of the one before: what plays is the same in each. */
  async function tap(node: AudioWorkletNode): Promise<void> {
    const source = `registerProcessor('tap', class extends AudioWorkletProcessor {
      last = 0;
      process([input]) {
        if (!input.length) return true;
        let power = 0;
        for (const x of input) for (const y of x) power += y * y;
        if (Math.abs(power - this.last) > 0.002 * this.last) this.port.postMessage(0);
        this.last = power;
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

/** A tone with three periods to a quantum: every quantum has the same level. As a WAV file's bytes. */
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

async function openApp(page: Page, url: string): Promise<void> {
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
async function rest(page: Page): Promise<void> {
  await page.waitForFunction((ms) => performance.now() - window.times.changed > ms, REST_MS);
}

/** How long it takes from a control to the sound of the new design, in the app itself. */
export function soundBench(): Promise<BenchRow[]> {
  return inBrowser(
    async ({ browser, urlOf }) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await openApp(page, urlOf('../'));
      const field = page.getByRole('spinbutton', { name: 'Between them' });
      const times: Times[] = [];
      for (let edit = 0; edit < EDITS; edit++) {
        await field.press(edit % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
        await page.waitForFunction(() => !Number.isNaN(window.times.heard));
        await rest(page);
        times.push(await page.evaluate(() => ({ ...window.times })));
      }
      await page.close();
      const row = (figure: string, milliseconds: readonly number[], aim: number): BenchRow => ({
        figure,
        value: median(milliseconds),
        unit: 'ms',
        rival: `none: ${aim} ms is the aim`,
        rivalValue: null,
        ratio: null,
        note: `median of ${EDITS} edits on two loudspeakers, slowest ${Math.max(...milliseconds).toFixed(0)} ms; to the first quantum of the crossfade, and the message that tells of it`,
      });
      return [
        row(
          'from the end of a design to its sound',
          times.map(({ designed, heard }) => heard - designed),
          60,
        ),
        row(
          'from a key to the sound of the new design',
          times.map(({ edit, heard }) => heard - edit),
          100,
        ),
      ];
    },
    ['--autoplay-policy=no-user-gesture-required'],
  );
}
