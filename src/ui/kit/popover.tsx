import { Popover as Radix } from 'radix-ui';
import { useId, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './popover.module.css';

/** A sheet that opens beside its trigger, closes by Escape or a press outside, and gives the focus back. */
export function Popover(props: {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly children: ReactNode;
  /** `small` for a few sentences. */
  readonly size?: 'default' | 'small';
  /** Where what is in it decides when it closes. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}): ReactNode {
  const titleId = useId();
  const { open, onOpenChange } = props;
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={classNames(styles.sheet, props.size === 'small' && styles.small)}
          aria-labelledby={titleId}
          sideOffset={8}
          collisionPadding={12}
          align="end"
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
