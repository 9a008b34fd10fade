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

/** Calls `show` with the levels of left and right, 0…1; where many outputs are neither, twice with the loudest. */
export function useLevels(show: (left: number, right: number, areSides: boolean) => void): void {
  useMeters(({ levels: { shownDb }, reading: { outputs } }) => {
    let [left, right] = [shownDb[0]!, shownDb[1]!];
    if (outputs > 2) for (let o = 0; o < outputs; o++) left = right = Math.max(left, shownDb[o]!);
    show(meterFraction(left), meterFraction(right), outputs <= 2);
  });
}
