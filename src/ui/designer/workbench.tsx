import type { ReactNode } from 'react';
import styles from './workbench.module.css';

/** A plot with its controls beside it; where that is too narrow, below it. */
export function Workbench(props: { readonly plot: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.container}>
      <div className={styles.bench}>
        <div className={styles.plot}>{props.plot}</div>
        <div className={styles.controls}>{props.children}</div>
      </div>
    </div>
  );
}

/** Controls that belong together, under their name. */
export function ControlGroup(props: {
  readonly title: string;
  readonly hint?: string;
  /** A switch named like the group, in place of its title. */
  readonly toggle?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <section className={styles.group} aria-label={props.title}>
      {props.toggle ?? <h3 className={styles.title}>{props.title}</h3>}
      {props.children}
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
    </section>
  );
}
