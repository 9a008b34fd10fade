import { useSyncExternalStore } from 'react';

/** A part of the program that comes after the first screen. */
export interface FetchedPart<Part> {
  /** Has it fetched, if it is not there yet; one that could not be is fetched anew by the next call. */
  readonly fetch: () => void;
  /** Fetches it for somebody who waits for it. */
  readonly want: () => void;
  /** Null until it is there. */
  readonly usePart: () => Part | null;
  /** Whether somebody waits for it and it could not be fetched. */
  readonly useMissed: () => boolean;
}

/** @param load for `fetch`: an `import()` */
export function fetchedPart<Part>(load: () => Promise<Part>): FetchedPart<Part> {
  const listeners = new Set<() => void>();
  let part: Part | null = null;
  let isComing = false;
  let isWanted = false;
  let isMissed = false;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function fetch(): void {
    if (part !== null || isComing) return;
    isComing = true;
    load()
      .then((loaded) => {
        part = loaded;
      })
      .catch(() => {
        isMissed = isWanted;
      })
      .finally(() => {
        isComing = false;
        tell();
      });
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    fetch,
    want() {
      isWanted = true;
      isMissed = false;
      fetch();
      tell();
    },
    usePart: () => useSyncExternalStore(subscribe, () => part),
    useMissed: () => useSyncExternalStore(subscribe, () => isMissed && part === null),
  };
}
