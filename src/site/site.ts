import type { SiteEvents, SitePort } from '../store/ports.ts';
import { TAKE_OVER } from './take-over.ts';

const WORKER_URL = './service-worker.js';

/** Chromium's: asks whether the site is to be installed. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/**
 * The page as a program of its own: kept on this machine, so that it opens without a network, renewed and installed.
 * @param isBuilt sources that are served as they are written are not kept
 */
export function createSite(page: Window, isBuilt: boolean): SitePort {
  let prompt: InstallPrompt | null = null;
  let newer: ServiceWorker | null = null;

  async function keep(workers: ServiceWorkerContainer, { onKept, onUpdate }: SiteEvents): Promise<void> {
    const registration = await workers.register(WORKER_URL);
    const look = (worker: ServiceWorker | null): void => {
      if (worker?.state === 'installed' && registration.active !== null) {
        newer = worker;
        onUpdate();
      }
    };
    look(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => look(installing));
    });
    await workers.ready;
    onKept();
  }

  return {
    start(events) {
      page.addEventListener('beforeinstallprompt', (event) => {
        event.preventDefault();
        prompt = event as InstallPrompt;
        events.onInstallable(true);
      });
      page.addEventListener('appinstalled', () => events.onInstallable(false));
      const workers = page.navigator.serviceWorker as ServiceWorkerContainer | undefined;
      if (!isBuilt || workers === undefined) return;
      // What plays and what is drawn come first. A browser that keeps nothing opens the page from the network.
      whenIdle(page, () => void keep(workers, events).catch(() => undefined));
    },
    async install() {
      await prompt?.prompt();
    },
    update() {
      const { serviceWorker } = page.navigator;
      serviceWorker.addEventListener('controllerchange', () => page.location.reload(), { once: true });
      newer?.postMessage(TAKE_OVER);
    },
  };
}

const IDLE_AT_LATEST_MS = 10_000;
const SETTLE_MS = 3000;

function whenIdle(page: Window, run: () => void): void {
  page.setTimeout(() => {
    // Safari has none.
    if ('requestIdleCallback' in page) page.requestIdleCallback(run, { timeout: IDLE_AT_LATEST_MS });
    else run();
  }, SETTLE_MS);
}
