import { useImperativeHandle, type Ref, type RefObject } from 'react';

/** Takes the place of a trigger in Radix' tree for a button that stands on the page already, before Radix was fetched. */
export function StandingTrigger(props: {
  readonly at: RefObject<HTMLElement | null>;
  readonly ref?: Ref<HTMLElement>;
}): null {
  const { at, ref } = props;
  useImperativeHandle(ref, () => at.current!, [at]);
  return null;
}
