import type { ReactElement, ReactNode } from 'react';
import { useTrigger } from './over/use-trigger.tsx';

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
  const { trigger, opened, parts } = useTrigger(props);
  return (
    <>
      {trigger}
      {parts && (
        <parts.PopoverSheet opened={opened} title={props.title} isSmall={props.size === 'small'}>
          {props.children}
        </parts.PopoverSheet>
      )}
    </>
  );
}
