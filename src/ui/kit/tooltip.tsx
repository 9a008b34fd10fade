import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './tooltip.module.css';

/** What is printed on keys that are named in words. */
const KEY_CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  'Control+Z': 'Ctrl Z',
  'Control+Y': 'Ctrl Y',
};

/** Words beside what is pointed at or focused. Never the only place of something one must know. */
export function Tooltip(props: {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}): ReactNode {
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root>
        <Radix.Trigger asChild>{props.children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className={styles.bubble} sideOffset={6} collisionPadding={8}>
            {props.text}
            {props.shortcut && <kbd>{KEY_CAPS[props.shortcut] ?? props.shortcut}</kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
