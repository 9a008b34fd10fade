import { useEffect, useEffectEvent } from 'react';
import { selectPlaying } from '../store/index.ts';
import { fallTo, METER_FLOOR_DB, meterFraction } from './level-motion.ts';
import { useEngine, useSoundstage } from './use-soundstage.tsx';

/**
 * Calls `show` with the two outputs' levels, 0…1, on every frame while music plays, and once with zeros when it stops.
 * For what moves with the sound: the caller writes to the element itself, nothing renders.
 */
export function useLevels(show: (left: number, right: number) => void): void {
  const playing = useSoundstage(selectPlaying);
  const engine = useEngine();
  const onFrame = useEffectEvent(show);
  useEffect(() => {
    if (!playing) return;
    const peaksDb = new Float32Array(2);
    const shownDb = [METER_FLOOR_DB, METER_FLOOR_DB];
    let last = performance.now();
    let request = requestAnimationFrame(function frame(now) {
      engine.readLevels(peaksDb);
      for (const side of [0, 1] as const) {
        shownDb[side] = fallTo(shownDb[side]!, peaksDb[side]!, (now - last) / 1000);
      }
      last = now;
      onFrame(meterFraction(shownDb[0]!), meterFraction(shownDb[1]!));
      request = requestAnimationFrame(frame);
    });
    return () => {
      cancelAnimationFrame(request);
      onFrame(0, 0);
    };
  }, [playing, engine]);
}
