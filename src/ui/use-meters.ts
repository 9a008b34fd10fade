import { useEffect, useEffectEvent } from 'react';
import { meterFraction } from './level-motion.ts';
import type { MeterListener } from './meter-loop.ts';
import { useMeterLoop } from './use-soundstage.tsx';

/**
 * Calls `show` on every frame while music plays, and once more when all is at rest. For what moves with the sound: the
 * caller writes to the element itself, nothing renders.
 */
export function useMeters(show: MeterListener): void {
  const loop = useMeterLoop();
  const onFrame = useEffectEvent(show);
  useEffect(() => loop.subscribe((frame) => onFrame(frame)), [loop]);
}

/** Calls `show` with the first two outputs' levels, 0…1. */
export function useLevels(show: (left: number, right: number) => void): void {
  useMeters(({ levels: { shownDb } }) => {
    show(meterFraction(shownDb[0]!), meterFraction(shownDb[1] ?? -Infinity));
  });
}
