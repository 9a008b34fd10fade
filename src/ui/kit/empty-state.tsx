import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** In the place of what there is nothing of yet: what it would be, and how to come by it. */
export function EmptyState(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
}): ReactNode {
  return (
    <div className={styles.empty}>
      {props.icon}
      <p className={styles.title}>{props.title}</p>
      <p>{props.hint}</p>
    </div>
  );
}
