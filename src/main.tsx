import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEngine } from './engine/engine.ts';
import { loadKernels, loadZoneKernel } from './engine/kernel-module.ts';
import { createConnection } from './library/connection.ts';
import { createDesignLibrary } from './library/design-library.ts';
import { createMeasurementShelf } from './library/measurement-shelf.ts';
import { createOpenTabs } from './library/open-tabs.ts';
import { createPageAddress } from './library/page-address.ts';
import { createQueueShelf } from './library/queue-shelf.ts';
import { createSnapshotShelf } from './library/snapshot-shelf.ts';
import { createRehearsal } from './engine/rehearsal.ts';
import { createSite } from './site/site.ts';
import { beforeStore, createSoundstageStore, type StoreOptions } from './store/index.ts';
import { App } from './ui/app.tsx';
import { DEMO_TRACKS } from './ui/player/demo-tracks.ts';
import { appText } from './ui/text/index.ts';
import { beginLanguage } from './ui/text/languages.ts';
import { SoundstageProvider } from './ui/use-soundstage.tsx';
import { createDesignClient } from './workers/design-client.ts';
import { createExportClient } from './workers/export-client.ts';
import { createHeadsClient } from './workers/heads-client.ts';
import { createMediaClient } from './workers/media-client.ts';
import { createMeasurementCourier } from './workers/measurement-courier.ts';
import { createMeasurementsClient } from './workers/measurements-client.ts';
import { startLoadClock } from './workers/load-clock.ts';

/** The browser's storage, for all tabs and for this one, where it lets a page have it. */
function storages(): Pick<StoreOptions, 'storage' | 'tabStorage'> {
  try {
    return { storage: window.localStorage, tabStorage: window.sessionStorage };
  } catch {
    return {};
  }
}

const kernels = loadKernels();
const engine = createEngine(kernels, startLoadClock, createMediaClient());
const connection = createConnection();
const shelf = createMeasurementShelf(connection);
const { bring, forget } = createMeasurementCourier(shelf.read);
const kept = storages();
const queue = createQueueShelf(connection, createOpenTabs(kept.tabStorage));
void Promise.all([beforeStore(kept), beginLanguage(window)]).then(open, refuse);

/** What is remembered cannot be read without its part of the page: nothing is begun that would write over it. */
function refuse(): void {
  const root = document.getElementById('root')!;
  root.setAttribute('role', 'alert');
  root.textContent = appText.notWhole;
}

function open(): void {
  const store = createSoundstageStore(
    {
      engine,
      site: createSite(window, import.meta.env.PROD),
      design: createDesignClient(
        kernels.then(({ module }) => module),
        () => loadZoneKernel(),
        bring,
      ),
      address: createPageAddress(window),
      rehearsal: createRehearsal(kernels, engine.sampleRateHz),
      library: createDesignLibrary(connection, queue.makeRoom),
      queue,
      shelf: {
        ...shelf,
        async remove(id) {
          const reply = await shelf.remove(id);
          if (reply.ok) forget(id);
          return reply;
        },
      },
      snapshots: createSnapshotShelf(connection, queue.makeRoom),
      measurements: createMeasurementsClient(),
      heads: createHeadsClient(bring),
      exports: createExportClient(bring),
    },
    { ...kept, demoTrack: DEMO_TRACKS[0] },
  );
  void store.getState().actions.start();

  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <SoundstageProvider store={store} engine={engine}>
        <App />
      </SoundstageProvider>
    </StrictMode>,
  );
}
