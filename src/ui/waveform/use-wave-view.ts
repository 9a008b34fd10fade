import { useState } from 'react';
import { useEngine } from '../use-soundstage.tsx';
import { isWhole, panned, wholeOf, zoomed, type WaveView } from './wave-view.ts';

export interface WaveViewControl {
  readonly view: WaveView;
  readonly isWhole: boolean;
  /** @param at seconds, which stays where it is on the screen; without it what plays comes into the middle, where it is in sight */
  zoom(factor: number, at?: number): void;
  pan(bySeconds: number): void;
  set(view: WaveView): void;
  showAll(): void;
}

/** What of a track is in sight; another track is seen whole. */
export function useWaveView(durationSeconds: number): WaveViewControl {
  const engine = useEngine();
  const [kept, setKept] = useState<{ readonly of: number; readonly view: WaveView } | null>(null);
  const view = kept !== null && kept.of === durationSeconds ? kept.view : wholeOf(durationSeconds);
  const set = (next: WaveView): void => setKept({ of: durationSeconds, view: next });
  return {
    view,
    isWhole: isWhole(view, durationSeconds),
    zoom(factor, at) {
      const playing = engine.positionSeconds();
      const isSeen = playing >= view.from && playing <= view.to;
      if (at !== undefined) return set(zoomed(view, factor, at, durationSeconds));
      const next = zoomed(view, factor, middleOf(view), durationSeconds);
      set(isSeen ? panned(next, playing - middleOf(next), durationSeconds) : next);
    },
    pan: (bySeconds) => set(panned(view, bySeconds, durationSeconds)),
    set,
    showAll: () => setKept(null),
  };
}

function middleOf({ from, to }: WaveView): number {
  return (from + to) / 2;
}
