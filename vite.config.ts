import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { offlineCopy } from './tools/site/offline-plugin.ts';
import { contentSecurityPolicy } from './tools/site/policy-plugin.ts';

// SharedArrayBuffer and fine timers need the page isolated; nothing in the product depends on them.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), offlineCopy()],
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: 'dist', chunkSizeWarningLimit: 1600 },
  server: { headers: isolation },
  preview: { headers: isolation },
  // The pages that the development server serves; others are templates. What they need is known before the first is opened.
  optimizeDeps: { entries: ['index.html', 'e2e/harness/*.html', 'bench/*.html'] },
  // plotly's core expects Node's `global` and `buffer`.
  define: { global: 'globalThis' },
  resolve: {
    alias: [
      { find: /^buffer\/$/, replacement: 'buffer' },
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
