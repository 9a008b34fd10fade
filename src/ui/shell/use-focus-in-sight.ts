import { useEffect } from 'react';

/** What the keyboard gets to is never under the player. What sees to it comes with the first thing that gets the focus. */
export function useFocusInSight(): void {
  useEffect(() => {
    const scope = new AbortController();
    const follow = (): void =>
      void import('./focus-in-sight.ts').then(
        ({ bringIntoSight }) => requestAnimationFrame(bringIntoSight),
        // Without it the page is scrolled by hand.
        () => undefined,
      );
    document.addEventListener('focusin', follow, { signal: scope.signal });
    return () => scope.abort();
  }, []);
}
