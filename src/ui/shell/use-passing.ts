import { useEffect, useEffectEvent, useState } from 'react';

/** Long enough to be read twice. */
const PASSING_MS = 12_000;

interface Hold {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Calls `onGone` after a while in which what is told could be read: not while the pointer or the focus is on it, nor while
 * the page is hidden.
 * @returns for the element that is told
 */
export function usePassing(isPassing: boolean, onGone: () => void): Hold {
  const [isHeld, setHeld] = useState(false);
  const gone = useEffectEvent(onGone);
  useEffect(() => {
    if (!isPassing || isHeld) return;
    let timer: number | undefined;
    const begin = (): void => {
      window.clearTimeout(timer);
      if (!document.hidden) timer = window.setTimeout(() => gone(), PASSING_MS);
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', begin);
    };
  }, [isPassing, isHeld]);
  return {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
}
