import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { leanPackages } from './tools/site/lean-packages-plugin.ts';
import { offlineCopy } from './tools/site/offline-plugin.ts';
import { contentSecurityPolicy } from './tools/site/policy-plugin.ts';
import { smallerFirst } from './tools/site/smaller-first-plugin.ts';
import { wholeImports } from './tools/site/whole-imports-plugin.ts';

// SharedArrayBuffer and fine timers need the page isolated; nothing in the product depends on them.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

function scopedName(name: string, fileName: string): string {
  const file = createHash('sha256')
    .update(relative(import.meta.dirname, fileName))
    .digest('base64url');
  return `${name}_${file.slice(0, 3)}`;
}

export default defineConfig({
  base: './',
  plugins: [react(), wholeImports(), leanPackages(), contentSecurityPolicy(), smallerFirst(), offlineCopy()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    chunkSizeWarningLimit: 1600,
    // Browsers without module preloading load what they need a little later.
    modulePreload: { polyfill: false },
    // What the first screen needs, in one piece: smaller than its parts, each compressed by itself.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: { headers: isolation },
  preview: { headers: isolation },
  // The pages that the development server serves; others are templates. What they need is known before the first is opened.
  optimizeDeps: { entries: ['index.html', 'e2e/harness/*.html', 'bench/*.html'] },
  // plotly's core expects Node's `global` and `buffer`.
  define: { global: 'globalThis' },
  // Short, and the same in every build: the file tells one `panel` from another.
  css: { modules: { generateScopedName: scopedName } },
  resolve: {
    alias: [
      // Of what is built for every browser and for today's, the latter: an eighth of the other's helpers.
      {
        find: /^automation-events$/,
        replacement: join(import.meta.dirname, 'node_modules/automation-events/build/es2019/module.js'),
      },
      { find: /^buffer\/$/, replacement: 'buffer' },
      {
        find: /^\.\/factories\/(audio-listener|native-(audio-worklet|constant-source|stereo-panner)-node-faker)-factory$/,
        replacement: join(import.meta.dirname, 'tools/site/left-out-of-audio-context.ts'),
      },
      // 83 kB of styles for maps, which plotly's core asks for and no plot here draws.
      { find: /^maplibre-gl\/dist\/maplibre-gl\.css$/, replacement: '/src/ui/designer/plot/no-maps.css' },
    ],
  },
  test: {
    environment: 'node',
    // Waits, not measurements: a busy machine may take its time, what is wrong stays wrong.
    testTimeout: 30_000,
    include: ['src/**/*.test.{ts,tsx}', 'worklets/**/*.test.ts', 'tools/**/*.test.mjs', 'bench/**/*.test.ts'],
    exclude: ['node_modules/**', 'e2e/**'],
  },
});
