import { Switch as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import styles from './switch.module.css';

/** On or off, at once. */
export function Switch(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Id of a text that says more. */
  readonly describedBy?: string | undefined;
}): ReactNode {
  const id = useId();
  return (
    <div className={styles.row}>
      <Radix.Root
        id={id}
        className={styles.switch}
        checked={props.checked}
        disabled={props.disabled ?? false}
        onCheckedChange={props.onChange}
        aria-describedby={props.describedBy}
      >
        <Radix.Thumb className={styles.knob} />
      </Radix.Root>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
    </div>
  );
}
