import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { EnginePort, SoundstageActions, SoundstageState } from '../store/index.ts';

interface Soundstage {
  readonly store: StoreApi<SoundstageState>;
  readonly engine: EnginePort;
}

const SoundstageContext = createContext<Soundstage | null>(null);

/** Hands the screens their store, and the engine for what is read every frame. */
export function SoundstageProvider(props: Soundstage & { readonly children: ReactNode }): ReactNode {
  const { store, engine } = props;
  const value = useMemo(() => ({ store, engine }), [store, engine]);
  return <SoundstageContext value={value}>{props.children}</SoundstageContext>;
}

function useContextOrThrow(): Soundstage {
  const soundstage = useContext(SoundstageContext);
  if (!soundstage) throw new Error('useSoundstage needs a SoundstageProvider above it');
  return soundstage;
}

/** A part of the state; renders again when that part changes. Selectors live at module level. */
export function useSoundstage<Part>(selector: (state: SoundstageState) => Part): Part {
  return useStore(useContextOrThrow().store, selector);
}

const selectActions = (state: SoundstageState): SoundstageActions => state.actions;

export function useActions(): SoundstageActions {
  return useSoundstage(selectActions);
}

/** For what is read again and again: position, levels, health. Everything else goes through the store. */
export function useEngine(): Pick<EnginePort, 'positionSeconds' | 'readLevels' | 'readHealth'> {
  return useContextOrThrow().engine;
}
