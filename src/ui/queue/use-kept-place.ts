import { useEffect } from 'react';
import { selectPlaying } from '../../store/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';

/** A page that crashes tells nothing: the place is kept so often while something plays. */
const INTERVAL_MS = 5000;

/** Remembers where the queue stands, now and then while it plays, and whenever the page may be about to go. */
export function useKeptPlace(): void {
  const { rememberPlace } = useActions();
  const playing = useSoundstage(selectPlaying);
  useEffect(() => {
    rememberPlace();
    if (!playing) return;
    const timer = setInterval(rememberPlace, INTERVAL_MS);
    return () => clearInterval(timer);
  }, [playing, rememberPlace]);
  useEffect(() => {
    const scope = new AbortController();
    const { signal } = scope;
    window.addEventListener('pagehide', rememberPlace, { signal });
    document.addEventListener('visibilitychange', rememberPlace, { signal });
    return () => scope.abort();
  }, [rememberPlace]);
}
