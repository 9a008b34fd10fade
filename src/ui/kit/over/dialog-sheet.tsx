import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '../button.tsx';
import styles from './dialog.module.css';
import { keepForDraft } from './keep-for-draft.ts';
import { StandingTrigger } from './standing-trigger.tsx';
import type { Opened } from './use-trigger.tsx';

/** Over the page; holds the focus until it is closed, by its button, by Escape or by a press beside it. */
export function DialogSheet(props: {
  readonly opened: Opened;
  readonly title: string;
  readonly about: string;
  readonly closeLabel: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { at, id, open, onOpenChange } = props.opened;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <StandingTrigger at={at} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content id={id} className={styles.sheet} onEscapeKeyDown={keepForDraft}>
          <header className={styles.head}>
            <div className={styles.words}>
              <Radix.Title className={styles.title}>{props.title}</Radix.Title>
              <Radix.Description className={styles.about}>{props.about}</Radix.Description>
            </div>
            {props.actions}
            <Radix.Close asChild>
              <IconButton label={props.closeLabel} variant="quiet" tooltip={false}>
                <X size={18} aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          <div className={styles.body}>{props.children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
