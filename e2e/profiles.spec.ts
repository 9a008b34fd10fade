import { expect, test } from '@playwright/test';
import type {} from './harness/harness.ts';

const HARNESS = 'http://localhost:4174/e2e/harness/index.html';

test.beforeEach(async ({ page }) => {
  await page.goto(HARNESS);
  await page.waitForFunction(() => window.harness !== undefined, undefined, { timeout: 60_000 });
});

test('a switch while playing', async ({ page }) => {
  const result = await page.evaluate(() =>
    window.harness.switchWhilePlaying({
      profiles: ['music', 'video', 'music', 'video'],
      set: 'A',
      signal: 'noise',
      secondsEach: 1.5,
    }),
  );
  console.log(JSON.stringify(result));
  const tones = await page.evaluate(() =>
    window.harness.switchWhilePlaying({
      profiles: ['music', 'video', 'music'],
      set: 'B',
      signal: 'tones',
      secondsEach: 1.5,
    }),
  );
  console.log(JSON.stringify(tones));
  expect(result.faults).toEqual([]);
});
