/** The inside of the product, on a page of its own. */
import type { Page } from '@playwright/test';
import type {} from './harness/harness.ts';
import { HARNESS } from './servers.ts';

export async function openHarness(page: Page): Promise<void> {
  await page.goto(HARNESS);
  await page.waitForFunction(() => window.harness !== undefined, undefined, { timeout: 60_000 });
}
