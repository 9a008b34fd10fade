import { useEffect } from 'react';
import { useActions } from '../use-soundstage.tsx';

/** Tells the store where one step to undo ends and the next begins: with the pointer, and with the focus. */
export function useEditSteps(): void {
  const { pressed, released, focusMoved } = useActions();
  useEffect(() => {
    const scope = new AbortController();
    const options = { signal: scope.signal, capture: true };
    window.addEventListener('pointerdown', pressed, options);
    window.addEventListener('pointerup', released, options);
    window.addEventListener('pointercancel', released, options);
    // After what was left has given its value, before the next one can.
    window.addEventListener('focusin', focusMoved, options);
    return () => scope.abort();
  }, [pressed, released, focusMoved]);
}
