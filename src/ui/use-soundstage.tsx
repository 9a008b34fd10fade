import { createContext, useContext, useDeferredValue, useEffect, useMemo, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { EnginePort, SoundstageActions, SoundstageState } from '../store/index.ts';
import { browserClock, MeterLoop } from './meter-loop.ts';

interface Soundstage {
  readonly store: StoreApi<SoundstageState>;
  readonly engine: EnginePort;
}

interface Shared extends Soundstage {
  readonly meterLoop: MeterLoop;
}

const SoundstageContext = createContext<Shared | null>(null);

/** Hands the screens their store, and the engine for what is read every frame. */
export function SoundstageProvider(props: Soundstage & { readonly children: ReactNode }): ReactNode {
  const { store, engine } = props;
  const value = useMemo(
    () => ({ store, engine, meterLoop: new MeterLoop(engine, browserClock()) }),
    [store, engine],
  );
  useEffect(() => followPlayer(store, value.meterLoop), [store, value]);
  return <SoundstageContext value={value}>{props.children}</SoundstageContext>;
}

/** The loop runs while something plays, and looks again when there is another track. */
function followPlayer(store: StoreApi<SoundstageState>, loop: MeterLoop): () => void {
  loop.setPlaying(store.getState().player.playing);
  return store.subscribe(({ player }, { player: before }) => {
    loop.setPlaying(player.playing);
    if (player.track !== before.track) loop.refresh();
  });
}

function useContextOrThrow(): Shared {
  const soundstage = useContext(SoundstageContext);
  if (!soundstage) throw new Error('useSoundstage needs a SoundstageProvider above it');
  return soundstage;
}

/** A part of the state; renders again when that part changes. Selectors live at module level. */
export function useSoundstage<Part>(selector: (state: SoundstageState) => Part): Part {
  return useStore(useContextOrThrow().store, selector);
}

/**
 * The same for what is seen beside what is worked on: it may come a moment later, when nothing more urgent is to be drawn. What
 * takes time to draw from it is memoised: the component itself renders at once as well, with what was there before.
 */
export function useUnhurried<Part>(selector: (state: SoundstageState) => Part): Part {
  return useDeferredValue(useSoundstage(selector));
}

const selectActions = (state: SoundstageState): SoundstageActions => state.actions;

export function useActions(): SoundstageActions {
  return useSoundstage(selectActions);
}

/** For what is read again and again: position, spectrum, health. Everything else goes through the store. */
export function useEngine(): Pick<
  EnginePort,
  'live' | 'sampleRateHz' | 'positionSeconds' | 'peaks' | 'readSpectrum' | 'restartMeters' | 'readHealth'
> {
  return useContextOrThrow().engine;
}

/** For what moves with the sound. */
export function useMeterLoop(): MeterLoop {
  return useContextOrThrow().meterLoop;
}
