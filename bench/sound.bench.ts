import { median, type BenchRow } from './bench-row.ts';
import { inBrowser } from './browser.ts';
import { openApp, rest, type Times } from './sounding-app.ts';

const EDITS = 30;
/** How long it takes from a control to the sound of the new design, in the app itself. */
export function soundBench(): Promise<BenchRow[]> {
  return inBrowser(
    async ({ browser, urlOf }) => {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        serviceWorkers: 'block',
        // The probe in the audio path comes from outside the page.
        bypassCSP: true,
      });
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
