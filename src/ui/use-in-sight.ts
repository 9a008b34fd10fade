import { useEffect, useRef, type RefObject } from 'react';
import { useMeterLoop } from './use-soundstage.tsx';

/** Whether an element is on the screen, as far as the page is scrolled: for what moves with the sound. */
export function useInSight(ref: RefObject<HTMLElement | null>): RefObject<boolean> {
  const inSight = useRef(false);
  const loop = useMeterLoop();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // A busy page is told of several changes at once: the last is what holds now.
    const observer = new IntersectionObserver((changes) => {
      inSight.current = changes.at(-1)!.isIntersecting;
      loop.refresh();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, loop]);
  return inSight;
}
