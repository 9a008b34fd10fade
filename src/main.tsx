import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { StateStorage } from 'zustand/middleware';
import { createEngine } from './engine/engine.ts';
import { loadKernel } from './engine/kernel-module.ts';
import { createSoundstageStore, type TrackSource } from './store/index.ts';
import { App } from './ui/app.tsx';
import { SoundstageProvider } from './ui/use-soundstage.tsx';
import { createDesignClient } from './workers/design-client.ts';

const DEMO_TRACK: TrackSource = { kind: 'url', url: './demo/first-light.mp3', title: 'First Light' };

/** The browser's storage, where it lets a page have one. */
function localStorageOrNone(): { storage?: StateStorage } {
  try {
    return { storage: window.localStorage };
  } catch {
    return {};
  }
}

const kernel = loadKernel();
const engine = createEngine(kernel);
const store = createSoundstageStore(
  { engine, design: createDesignClient(kernel) },
  { ...localStorageOrNone(), demoTrack: DEMO_TRACK },
);
void store.getState().actions.start();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SoundstageProvider store={store} engine={engine}>
      <App />
    </SoundstageProvider>
  </StrictMode>,
);
