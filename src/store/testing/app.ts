import { createSoundstageStore } from '../create-store.ts';
import {
  createFakeAddress,
  createFakeDesign,
  createFakeEngine,
  createFakeExports,
  createFakeHeads,
  createFakeShelf,
  createFakeRehearsal,
  createFakeLibrary,
  fakeOutcome,
  fakeTrack,
} from './fake-ports.ts';

const DEMO = { kind: 'url', url: 'demo.mp3', title: 'Demo' } as const;

/** Lets every promise that can go on go on. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The store on ports that the test answers. @param stored what the storage held before @param fragment of the address */
export function createApp(stored: string | null = null, fragment = '') {
  const address = createFakeAddress(fragment);
  const engine = createFakeEngine();
  const library = createFakeLibrary();
  const design = createFakeDesign();
  const rehearsal = createFakeRehearsal();
  const exports = createFakeExports();
  const heads = createFakeHeads();
  const shelf = createFakeShelf();
  const saved = { text: stored };
  const storage = {
    getItem: () => saved.text,
    setItem: (_name: string, value: string) => void (saved.text = value),
    removeItem: () => void (saved.text = null),
  };
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
    },
    { storage, demoTrack: DEMO, restMs: 0 },
  );
  const act = store.getState().actions;
  return {
    address,
    library,
    exports,
    heads,
    shelf,
    engine,
    design,
    rehearsal,
    saved,
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
