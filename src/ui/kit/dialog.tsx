import type { ReactElement, ReactNode } from 'react';
import { useTrigger } from './over/use-trigger.tsx';

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
  const { title, about, closeLabel, actions } = props;
  const { trigger, opened, parts } = useTrigger(props);
  return (
    <>
      {trigger}
      {parts && (
        <parts.DialogSheet {...{ opened, title, about, closeLabel, actions }}>
          {props.children}
        </parts.DialogSheet>
      )}
    </>
  );
}
