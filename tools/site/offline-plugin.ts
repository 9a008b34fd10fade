import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

/** In the repository's own pages, not in the app's. */
const LEFT_OUT = /(^|\/)screenshot\.png$|^service-worker\.js$/;
/** Named by their contents: another content has another name. */
const HASHED = /^assets\//;

/** Builds the service worker with the list of every file of the site, so that the page opens without a network. */
export function offlineCopy(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline-copy',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle(error) {
      if (error) return;
      const outDir = resolve(config.root, config.build.outDir);
      await build({
        configFile: false,
        root: config.root,
        logLevel: 'warn',
        publicDir: false,
        define: {
          KEPT_FILES: JSON.stringify(keptFiles(outDir)),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: config.build.target,
          lib: {
            entry: join(config.root, 'src/site/worker/service-worker.ts'),
            formats: ['iife'],
            name: 'serviceWorker',
            fileName: () => 'service-worker.js',
          },
        },
      });
    },
  };
}

function keptFiles(outDir: string): { url: string; revision: string | null }[] {
  return readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, url: relative(outDir, path).split(sep).join('/') }))
    .filter(({ url }) => !LEFT_OUT.test(url))
    .map(({ path, url }) => ({
      url,
      revision: HASHED.test(url) ? null : createHash('sha256').update(readFileSync(path)).digest('hex'),
    }));
}
