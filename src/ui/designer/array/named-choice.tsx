import type { ComponentProps, ReactNode } from 'react';
import { SegmentedControl } from '../../kit/index.ts';
import styles from './named-choice.module.css';

/** One of a few in a row with its name. */
export function NamedChoice<Value extends string>(
  props: ComponentProps<typeof SegmentedControl<Value>>,
): ReactNode {
  return (
    <div className={styles.choice}>
      <span aria-hidden>{props.label}</span>
      <SegmentedControl size="small" {...props} />
    </div>
  );
}
