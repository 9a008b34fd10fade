import { chromium, type Browser, type CDPSession } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, preview } from 'vite';

export interface Bed {
  readonly browser: Browser;
  /** Address of a page in bench/. */
  readonly urlOf: (page: string) => string;
}

/** A Chromium and the sources served to it, isolated as the app is. */
export async function inBrowser<T>(run: (bed: Bed) => Promise<T>, args: readonly string[] = []): Promise<T> {
  const isolation = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    // What is measured is what was there at the start, whatever is edited meanwhile.
    server: { port: 0, headers: isolation, hmr: false, watch: null },
    worker: { format: 'es' },
    // Found now, not when a page first needs them: it would be loaded anew.
    optimizeDeps: { entries: ['index.html', 'bench/*.html', 'e2e/harness/*.html'] },
  });
  await server.listen();
  const browser = await launch(args);
  try {
    const base = server.resolvedUrls!.local[0];
    return await run({ browser, urlOf: (page) => new URL(`bench/${page}`, base).href });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A Chromium and the site as it is built for customers. @param run is given its address */
export async function inBuiltApp<T>(
  run: (browser: Browser, url: string) => Promise<T>,
  args: readonly string[] = [],
): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), 'soundstage-'));
  // The bench itself is loaded as a development server loads it, and says so to all that follow: to React as well.
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'error', build: { outDir } });
  const server = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 4600 } });
  const browser = await launch(args);
  try {
    return await run(browser, server.resolvedUrls!.local[0]!);
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true });
  }
}

function launch(args: readonly string[]): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
  });
}

/** CPU time that the pages' processes have used, seconds; independent of what else the machine does. */
export async function cpuSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
