import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';

/** Reads what a page holds once what it has let go is swept away. */
export class MemoryWatch {
  private constructor(
    private readonly session: CDPSession,
    private readonly processIds: readonly number[],
  ) {}

  /** For the one page of a browser. */
  static async of(browser: Browser, page: Page): Promise<MemoryWatch> {
    const ofBrowser = await browser.newBrowserCDPSession();
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    return new MemoryWatch(await page.context().newCDPSession(page), renderers);
  }

  /** What the page's process holds of the machine's memory: everything, from the kernels to the browser's own caches. */
  async processMb(): Promise<number> {
    // Twice: what the first sweep frees may hold others.
    for (let sweep = 0; sweep < 2; sweep++) await this.session.send('HeapProfiler.collectGarbage');
    return this.processIds.reduce((sum, id) => sum + residentMb(id), 0);
  }
}

/** NaN where there is no /proc to ask. */
function residentMb(processId: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
    return Number(line?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
