import { useEffect, useState } from 'react';

/** More than fit on a screen. */
const FIRST = 30;
/** So many take less of a frame than is noticed. */
const STEP = 30;

export interface Growing {
  /** So many of the items are to be there by now. */
  readonly shown: number;
  /** All of them, at the cost of a pause. */
  showAll(): void;
}

/** A long list is made in parts, one a frame, so that the page stays at hand meanwhile; then all of it is there. */
export function useGrowing(count: number): Growing {
  const [reached, setReached] = useState(FIRST);
  // What grows after it has shrunk is made in parts again.
  const most = Math.max(FIRST, count);
  if (reached > most) setReached(most);
  useEffect(() => {
    if (reached >= count) return;
    const scope = new AbortController();
    const frame = requestAnimationFrame(() => {
      // Once that frame is drawn.
      setTimeout(() => scope.signal.aborted || setReached((before) => before + STEP));
    });
    return () => {
      scope.abort();
      cancelAnimationFrame(frame);
    };
  }, [reached, count]);
  return { shown: Math.min(reached, count), showAll: () => setReached(most) };
}
