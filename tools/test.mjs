// `npm test`: all the set-up (a browser too), then lint, types, unit tests, the build and the browser tests.
import { run, setUp } from './setup.mjs';

setUp();
const { provideChromium } = await import('./chromium.mjs');
const env = { ...process.env, CHROMIUM_PATH: await provideChromium() };
const node = (title, ...args) => {
  console.log(`\n── ${title}`);
  run(process.execPath, args, { env });
};

node('lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0');
node('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
node('types', 'tools/check-types.mjs');
node('unit', 'node_modules/vitest/vitest.mjs', 'run');
node('build', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
node('browser', 'node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts');
