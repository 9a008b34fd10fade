import { useEffect } from 'react';
import { selectReady } from '../../store/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import { fetchAhead } from './later.tsx';

/** A page that is busy all the time fetches nevertheless. */
const IDLE_AT_LATEST_MS = 5000;

/** Once the first track can be played and nothing else is to be done, all that was put off comes too. */
export function useFetchAhead(): void {
  const isReady = useSoundstage(selectReady);
  useEffect(() => {
    if (!isReady) return;
    // Safari has none.
    if (!('requestIdleCallback' in window)) return fetchAhead();
    const idle = window.requestIdleCallback(fetchAhead, { timeout: IDLE_AT_LATEST_MS });
    return () => window.cancelIdleCallback(idle);
  }, [isReady]);
}
