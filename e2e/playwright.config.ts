import { defineConfig } from '@playwright/test';
import { HARNESS_PORT, SITE, SITE_PORT } from './servers.ts';

/** What is measured in real time: a second browser would take the audio thread's time. */
const REAL_TIME =
  /(amounts|continuity|gestures|listening|live|load|meters|outputs|profile-switch|queue-sound|rehearsal|sources|stage|zz-monkey)\.spec\.ts$/;

const executablePath = process.env.CHROMIUM_PATH;

/** The built site is what a customer gets: the journeys run on it. The harness pages are served from the sources. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  projects: [
    // Looked at, or rendered as fast as it goes: two at a time.
    { name: 'together', testIgnore: REAL_TIME, fullyParallel: true },
    { name: 'alone', testMatch: REAL_TIME, workers: 1, dependencies: ['together'] },
  ],
  timeout: 60_000,
  // Waits, not measurements: a busy machine may take its time, what is wrong stays wrong.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  use: {
    baseURL: SITE,
    viewport: { width: 1440, height: 900 },
    // Each test's page would keep a copy of the whole site; what is tested of that is tested where it is let.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--autoplay-policy=no-user-gesture-required',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: [
    {
      command: `node node_modules/vite/bin/vite.js preview --port ${SITE_PORT} --strictPort`,
      cwd: '..',
      port: SITE_PORT,
      reuseExistingServer: false,
    },
    {
      command: `node node_modules/vite/bin/vite.js --port ${HARNESS_PORT} --strictPort`,
      cwd: '..',
      port: HARNESS_PORT,
      reuseExistingServer: false,
    },
  ],
});
