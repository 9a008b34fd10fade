import { defineConfig } from '@playwright/test';
import { HARNESS_PORT, SITE, SITE_PORT } from './servers.ts';

/** What is looked at and not listened to: two at a time. */
const SCREENS = /(accessibility|array|keep|measured|measured-device|see|targets|zones)\.spec\.ts$/;

const executablePath = process.env.CHROMIUM_PATH;

/** The built site is what a customer gets: the journeys run on it. The harness pages are served from the sources. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  projects: [
    { name: 'screens', testMatch: SCREENS, fullyParallel: true },
    // A second browser would take the audio thread's time.
    { name: 'sound', testIgnore: SCREENS, workers: 1, dependencies: ['screens'] },
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
