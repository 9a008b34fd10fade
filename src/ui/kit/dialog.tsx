import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

/** A sheet over the page that holds the focus until it is closed, by its button, by Escape or by a press beside it. */
export function Dialog(props: {
  readonly trigger: ReactElement;
  readonly title: string;
  /** A sentence under the title. */
  readonly about: string;
  readonly closeLabel: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content className={styles.sheet}>
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
