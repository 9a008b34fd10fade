import { useEffect, useState } from 'react';
import { parseCues, type Cue } from './cues.ts';

const NONE: readonly Cue[] = [];

/** The cues behind an address; none without one, and none where they cannot be had: the track plays all the same. */
export function useCues(url: string | undefined): readonly Cue[] {
  const [read, setRead] = useState<{ readonly url: string; readonly cues: readonly Cue[] } | null>(null);
  useEffect(() => {
    if (url === undefined) return;
    const scope = new AbortController();
    fetch(url, { signal: scope.signal })
      .then((response) => response.json())
      .then((json) => setRead({ url, cues: parseCues(json) }))
      .catch(() => undefined);
    return () => scope.abort();
  }, [url]);
  return read !== null && read.url === url ? read.cues : NONE;
}
