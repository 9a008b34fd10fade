import { Popover as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './popover.module.css';
import { keepForDraft } from './keep-for-draft.ts';
import { StandingTrigger } from './standing-trigger.tsx';
import type { Opened } from './use-trigger.tsx';

/** Beside its trigger; closes by Escape or a press outside, and gives the focus back. */
export function PopoverSheet(props: {
  readonly opened: Opened;
  readonly title: string;
  readonly isSmall: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const titleId = useId();
  const { at, id, open, onOpenChange } = props.opened;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <StandingTrigger at={at} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={id}
          className={classNames(styles.sheet, props.isSmall && styles.small)}
          aria-labelledby={titleId}
          sideOffset={8}
          collisionPadding={12}
          align="end"
          onEscapeKeyDown={keepForDraft}
        >
          <h2 id={titleId} className={styles.title}>
            {props.title}
          </h2>
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
