import { Tooltip as Radix } from 'radix-ui';
import { useState, type ReactNode, type RefObject } from 'react';
import { ApproachedTrigger } from './approached-trigger.tsx';
import styles from './tooltip.module.css';

/** What is printed on keys that are named in words. */
const KEY_CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  'Control+Z': 'Ctrl Z',
  'Control+Y': 'Ctrl Y',
};

/** @param props.approach what it was first fetched or mounted for */
export function TooltipBubble(props: {
  readonly at: RefObject<HTMLElement | null>;
  readonly approach: 'pointer' | 'focus';
  readonly text: string;
  readonly shortcut: string | undefined;
}): ReactNode {
  // Radix looks for the bubble while it renders, to know when the pointer has left it: once more when it is there.
  const [, noteBubble] = useState<HTMLElement | null>(null);
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root>
        <Radix.Trigger asChild>
          <ApproachedTrigger at={props.at} approach={props.approach} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content ref={noteBubble} className={styles.bubble} sideOffset={6} collisionPadding={8}>
            {props.text}
            {props.shortcut && <kbd>{KEY_CAPS[props.shortcut] ?? props.shortcut}</kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
