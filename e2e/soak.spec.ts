import { expect, test } from '@playwright/test';
import { EVENT_KINDS, planSegment } from '../bench/soak-events.ts';
import type {} from '../bench/soak-page.ts';
import { HARNESS } from './servers.ts';

const SEED = 5;
const SEGMENTS = [0, 1, 2, 3, 4, 5];
const RATE_HZ = 48_000;

/** The first minutes of what `npm run soak` does for hours. */
test('with an event each second, every sample that leaves the chain is a number, below the ceiling and without a click', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(new URL('/bench/soak.html', HARNESS).href);
  await page.waitForFunction(() => window.soakPage !== undefined, undefined, { timeout: 60_000 });
  const results = [];
  for (const index of SEGMENTS) {
    const run = async ([seed, i]: readonly [number, number]) => (await window.soakPage).run(seed, i);
    results.push(await page.evaluate(run, [SEED, index] as const));
  }
  expect(results.flatMap(({ problems }) => problems)).toEqual([]);
  // It has looked at all of it, and all of it has happened.
  const planned = SEGMENTS.map((index) => planSegment(SEED, index));
  expect(results.map(({ frames }) => frames)).toEqual(planned.map(({ seconds }) => seconds * RATE_HZ));
  expect(new Set(results.flatMap(({ events }) => Object.keys(events)))).toEqual(
    new Set([...EVENT_KINDS, 'device size']),
  );
  // The limiter was at work: full scale was exceeded, and the ceiling held.
  expect(Math.max(...results.map(({ peak }) => peak))).toBeGreaterThan(0.85);
});
