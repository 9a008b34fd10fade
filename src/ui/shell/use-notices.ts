import { useEffect, type RefObject } from 'react';
import { useActions } from '../use-soundstage.tsx';

/** Where Escape has a meaning of its own. */
const OWN_ESCAPE = 'input, textarea, select, [role=dialog]';
/** Where the notices end, for what must not be covered by them: the queue and the sheets of a phone. */
const END = '--notices-end';

/** Escape dismisses the newest notice, where nothing else is closed by it. @param newestId null where there is none */
export function useEscape(newestId: number | null): void {
  const { dismiss } = useActions();
  useEffect(() => {
    if (newestId === null) return;
    const onKey = ({ key, defaultPrevented }: KeyboardEvent): void => {
      if (key !== 'Escape' || defaultPrevented) return;
      if (!document.activeElement?.closest(OWN_ESCAPE)) dismiss(newestId);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [newestId, dismiss]);
}

/** Tells the styles where the notices end. */
export function useNoticesEnd(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const { height, bottom } = element.getBoundingClientRect();
      if (height > 0) style.setProperty(END, `${Math.round(bottom)}px`);
      else style.removeProperty(END);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(END);
    };
  }, [region]);
}
