import { useSyncExternalStore } from 'react';

/** A part of the program that comes after the first screen. */
export interface FetchedPart<Part> {
  /** Has it fetched, if it is not there yet; one that could not be is fetched anew by the next call. */
  readonly fetch: () => void;
  /** Null until it is there. */
  readonly usePart: () => Part | null;
}

/** @param load for `fetch`: an `import()` */
export function fetchedPart<Part>(load: () => Promise<Part>): FetchedPart<Part> {
  const listeners = new Set<() => void>();
  let part: Part | null = null;
  let isComing = false;

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    fetch() {
      if (part !== null || isComing) return;
      isComing = true;
      load()
        .then((loaded) => {
          part = loaded;
          for (const listener of listeners) listener();
        })
        .catch(() => undefined)
        .finally(() => (isComing = false));
    },
    usePart: () => useSyncExternalStore(subscribe, () => part),
  };
}
