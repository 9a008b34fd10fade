import { useEffect, useEffectEvent } from 'react';
import { selectPlaying } from '../store/index.ts';
import { useEngine, useSoundstage } from './use-soundstage.tsx';

/** A paused playhead moves only when it is put elsewhere. */
const PAUSED_INTERVAL_MS = 100;

/** Calls `show` with the position that is heard, in seconds: every frame while music plays, now and then while it rests. */
export function usePlayhead(show: (seconds: number) => void): void {
  const playing = useSoundstage(selectPlaying);
  const engine = useEngine();
  const onFrame = useEffectEvent(show);
  useEffect(() => {
    const read = (): void => onFrame(engine.positionSeconds());
    read();
    if (!playing) {
      const timer = setInterval(read, PAUSED_INTERVAL_MS);
      return () => clearInterval(timer);
    }
    let request = requestAnimationFrame(function frame() {
      read();
      request = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(request);
  }, [playing, engine]);
}
