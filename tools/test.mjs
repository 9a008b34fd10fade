// `npm test`: all the set-up (a browser too), then lint, types, unit tests, the build and the browser tests.
import { execFile } from 'node:child_process';
import { root, run, setUp } from './setup.mjs';

setUp();
const { provideChromium } = await import('./chromium.mjs');
const env = { ...process.env, CHROMIUM_PATH: await provideChromium() };
const node = (title, ...args) => {
  console.log(`\n── ${title}`);
  run(process.execPath, args, { env });
};

/** Several at once: none of them takes more than one core. What each says comes when it is done. */
const beside = (commands) =>
  Promise.all(
    commands.map(
      ([title, ...args]) =>
        new Promise((resolve) => {
          execFile(process.execPath, args, { cwd: root, env, maxBuffer: 2 ** 26 }, (error, out, errors) => {
            console.log(`\n── ${title}\n${out}${errors}`);
            resolve(error === null);
          });
        }),
    ),
  );

const passed = await beside([
  ['lint', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['types', 'tools/check-types.mjs'],
]);
if (passed.includes(false)) process.exit(1);
node('unit', 'node_modules/vitest/vitest.mjs', 'run');
node('build', 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
node('browser', 'node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts');
