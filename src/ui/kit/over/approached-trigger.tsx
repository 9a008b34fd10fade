import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref, type RefObject } from 'react';

/** What Radix gives a tooltip's trigger to listen to, by the event's own name. */
const HANDLERS = {
  pointermove: 'onPointerMove',
  pointerleave: 'onPointerLeave',
  pointerdown: 'onPointerDown',
  focus: 'onFocus',
  blur: 'onBlur',
  click: 'onClick',
} as const;

type Handlers = Partial<Record<(typeof HANDLERS)[keyof typeof HANDLERS], (event: Event) => void>>;

/**
 * Takes the place of a tooltip's trigger in Radix' tree for an element that stands on the page already: what Radix would
 * have it listen to and say is put on that element, and what brought the tooltip here is made up for.
 */
export function ApproachedTrigger(
  props: Handlers & {
    readonly at: RefObject<HTMLElement | null>;
    readonly approach: 'pointer' | 'focus';
    readonly ref?: Ref<HTMLElement>;
    readonly 'aria-describedby'?: string | undefined;
  },
): null {
  const { at, approach, ref, 'aria-describedby': bubbleId } = props;
  const newest = useRef<Handlers>(props);
  useImperativeHandle(ref, () => at.current!, [at]);
  useLayoutEffect(() => {
    newest.current = props;
  });

  useEffect(() => {
    const element = at.current!;
    const listening = new AbortController();
    for (const [type, name] of Object.entries(HANDLERS))
      element.addEventListener(type, (event) => newest.current[name]?.(event), listening);
    if (approach === 'pointer' && element.matches(':hover'))
      newest.current.onPointerMove?.(new PointerEvent('pointermove', { pointerType: 'mouse' }));
    if (approach === 'focus' && element.matches(':focus-visible'))
      newest.current.onFocus?.(new FocusEvent('focus'));
    return () => listening.abort();
  }, [at, approach]);

  useEffect(() => {
    const element = at.current;
    if (!element || bubbleId === undefined) return;
    const own = element.getAttribute('aria-describedby');
    element.setAttribute('aria-describedby', own === null ? bubbleId : `${own} ${bubbleId}`);
    return () => {
      if (own === null) element.removeAttribute('aria-describedby');
      else element.setAttribute('aria-describedby', own);
    };
  }, [at, bubbleId]);
  return null;
}
