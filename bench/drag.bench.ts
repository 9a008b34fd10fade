import type { Locator, Page } from '@playwright/test';
import { median, type BenchRow } from './bench-row.ts';
import { inBuiltApp } from './browser.ts';
import { openApp, rest, restart, type Times } from './sounding-app.ts';

const MOVES = 30;
const STEP_PX = 6;
/** Between two moves: the filters of the first are in, and what is fine has followed what is coarse. */
const REST_MS = 900;
const CURVES_MS = 60;
const SOUND_MS = 100;

/** One move at a time, each from rest. @param isHeard whether the tone that plays is changed by it */
async function timeMoves(
  page: Page,
  move: (step: number) => Promise<void>,
  isHeard: boolean,
): Promise<Times[]> {
  const times: Times[] = [];
  for (let step = 0; step < MOVES; step++) {
    await move(step);
    await page.waitForFunction(
      (heard) => !Number.isNaN(window.times.drawn) && (!heard || !Number.isNaN(window.times.heard)),
      isHeard,
    );
    await page.waitForTimeout(REST_MS);
    times.push(await page.evaluate(() => ({ ...window.times })));
  }
  return times;
}

/** The pointer goes down on a handle and moves it up and down in turn. */
async function dragHandle(page: Page, handle: Locator, isHeard: boolean): Promise<Times[]> {
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const times = await timeMoves(
    page,
    (step) => page.mouse.move(x, y - (step % 2 === 0 ? STEP_PX : 0)),
    isHeard,
  );
  await page.mouse.up();
  return times;
}

/** How often what is drawn follows a pointer that moves at every frame, and how late. */
async function dragOn(page: Page, handle: Locator): Promise<number> {
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const counted = { drawings: 0, startedAt: performance.now() };
    let last = 0;
    new MutationObserver((changes) => {
      const now = performance.now();
      const inPlot = changes.some(({ target }) =>
        (target as Element).closest('.scatterlayer, .contourlayer'),
      );
      // What one drawing changes comes within a few milliseconds.
      if (inPlot && now - last > 8) counted.drawings += 1;
      if (inPlot) last = now;
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] });
    Object.assign(window, { counted });
  });
  for (let step = 0; step < 90; step++) {
    await page.mouse.move(x, y - 30 * Math.sin(step / 8));
    await page.waitForTimeout(16);
  }
  const perSecond = await page.evaluate(() => {
    const { counted } = window as unknown as { counted: { drawings: number; startedAt: number } };
    return (1000 * counted.drawings) / (performance.now() - counted.startedAt);
  });
  await page.mouse.up();
  return perSecond;
}

/** How long it takes from a handle that is moved to what is seen and heard of it: eight drivers, 2048 taps, as built. */
export function dragBench(): Promise<BenchRow[]> {
  return inBuiltApp(
    async (browser, url) => {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        serviceWorkers: 'block',
        // The probe in the audio path comes from outside the page.
        bypassCSP: true,
      });
      await openApp(page, url);
      await page.getByRole('radio', { name: 'Headphones' }).click();
      await page.getByRole('radio', { name: /^Soundbar/ }).click();
      await page.getByRole('radio', { name: 'Design' }).click();
      await rest(page);
      const rows: BenchRow[] = [];
      const add = (what: string, times: readonly Times[], isHeard: boolean): void => {
        rows.push(row(`${what} to its curves`, times, ({ edit, drawn }) => drawn - edit, CURVES_MS));
        if (isHeard)
          rows.push(row(`${what} to its sound`, times, ({ edit, heard }) => heard - edit, SOUND_MS));
      };

      await page.getByRole('tab', { name: 'Cancellation' }).click();
      // The virtual pair hides from the ears what the cancellation leaves over.
      await page.getByRole('switch', { name: 'Virtual pair' }).click();
      await rest(page);
      const point = page.getByRole('slider', { name: 'Target curve, point 2' });
      await point.waitFor();
      add('from a point of the target curve', await dragHandle(page, point, true), true);
      const perSecond = await dragOn(page, point);
      rows.push({
        figure: 'drawings of the separation while its target is dragged',
        value: perSecond,
        unit: '/s',
        rival: 'none',
        rivalValue: null,
        ratio: null,
      });

      await page.getByRole('tab', { name: 'Beam' }).click();
      const handle = page.getByRole('slider', { name: 'Null 1', exact: true });
      await handle.waitFor();
      add('from a null on the map', await dragHandle(page, handle, false), false);

      await page.getByRole('tab', { name: 'Device' }).click();
      const field = page.getByRole('spinbutton', { name: /^Left of driver/ }).first();
      await field.waitFor();
      await restart(page);
      const moved = await timeDriver(page, field);
      rows.push(
        row(
          'from a driver that is moved to its design',
          moved,
          ({ edit, designed }) => designed - edit,
          CURVES_MS,
        ),
      );
      await page.close();
      return rows;
    },
    ['--autoplay-policy=no-user-gesture-required'],
  );
}

/**
 * Arrow keys on a driver's coordinate: all transfers are new. The ears hear next to nothing of it: the design makes up for
 * where the driver is now.
 */
async function timeDriver(page: Page, field: Locator): Promise<Times[]> {
  const times: Times[] = [];
  for (let step = 0; step < MOVES; step++) {
    await field.press(step % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    await page.waitForFunction(() => !Number.isNaN(window.times.designed));
    await page.waitForTimeout(REST_MS);
    times.push(await page.evaluate(() => ({ ...window.times })));
  }
  return times;
}

function row(
  figure: string,
  times: readonly Times[],
  timeOf: (times: Times) => number,
  aimMs: number,
): BenchRow {
  const milliseconds = times.map(timeOf);
  return {
    figure,
    value: median(milliseconds),
    unit: 'ms',
    rival: `none: ${aimMs} ms is the aim`,
    rivalValue: null,
    ratio: null,
    note: `median of ${MOVES} moves from rest, slowest ${Math.max(...milliseconds).toFixed(0)} ms; until the plot's lines change in the page, until the first quantum of the crossfade`,
  };
}
