import { addPlugins, cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { TAKE_OVER } from '../take-over.ts';
import { isolated } from './isolated.ts';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the site, by the build (tools/site/offline-plugin.ts). */
declare const KEPT_FILES: PrecacheEntry[];

addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(isolated(response)) }]);
precacheAndRoute(KEPT_FILES);
cleanupOutdatedCaches();

// The page that brought it loads the rest of itself from the copy too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});
