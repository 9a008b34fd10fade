import { createSoundstageStore } from '../create-store.ts';
import { designSchema } from '../design-schema.ts';
import { createFakeEngine, fakeTrack } from './fake-engine.ts';
import {
  createFakeAddress,
  createFakeShelf,
  createFakeLibrary,
  createFakeSnapshots,
} from './fake-library.ts';
import { fakeOutcome } from './fake-outcome.ts';
import { createFakeQueue } from './fake-queue.ts';
import { createFakeRehearsal } from './fake-rehearsal.ts';
import { createFakeSite } from './fake-site.ts';
import {
  createFakeDesign,
  createFakeExports,
  createFakeHeads,
  createFakeMeasurements,
} from './fake-workers.ts';

// As the page does before it makes its store.
await designSchema();

const DEMO = { kind: 'url', url: 'demo.mp3', title: 'Demo', artist: '' } as const;

/** Lets every promise that can go on go on. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The store on ports that the test answers. @param stored what the storage held before @param fragment of the address @param tabStored what this tab's own held */
export function createApp(stored: string | null = null, fragment = '', tabStored: string | null = null) {
  const address = createFakeAddress(fragment);
  const engine = createFakeEngine();
  const library = createFakeLibrary();
  const design = createFakeDesign();
  const rehearsal = createFakeRehearsal();
  const exports = createFakeExports();
  const heads = createFakeHeads();
  const shelf = createFakeShelf();
  const snapshots = createFakeSnapshots();
  const site = createFakeSite();
  const queue = createFakeQueue();
  const measurements = createFakeMeasurements();
  const saved = { text: stored };
  const tab = { text: tabStored };
  const storageOf = (kept: { text: string | null }) => ({
    getItem: () => kept.text,
    setItem: (_name: string, value: string) => void (kept.text = value),
    removeItem: () => void (kept.text = null),
  });
  const store = createSoundstageStore(
    {
      engine: engine.port,
      design: design.port,
      rehearsal: rehearsal.port,
      address: address.port,
      library: library.port,
      exports: { make: exports.ask },
      heads: heads.port,
      shelf: shelf.port,
      snapshots: snapshots.port,
      site: site.port,
      queue: queue.port,
      measurements: measurements.port,
    },
    { storage: storageOf(saved), tabStorage: storageOf(tab), demoTrack: DEMO, restMs: 0 },
  );
  const act = store.getState().actions;
  return {
    address,
    library,
    snapshots,
    exports,
    heads,
    shelf,
    site,
    queue,
    measurements,
    engine,
    design,
    rehearsal,
    saved,
    tab,
    store,
    act,
    player: () => store.getState().player,
    designer: () => store.getState().designer,
  };
}

/** The same after its first design, with a track. */
export async function startedApp() {
  const app = createApp();
  void app.act.start();
  app.engine.starts[0]!.resolve(undefined);
  app.design.designs[0]!.resolve({ ok: true, outcome: fakeOutcome('first') });
  app.engine.loads[0]!.resolve({ ok: true, track: fakeTrack });
  await settle();
  return app;
}
