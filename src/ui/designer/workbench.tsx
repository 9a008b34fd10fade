import type { ReactNode } from 'react';
import { classNames, Help, type HelpWords } from '../kit/index.ts';
import styles from './workbench.module.css';

/** A plot with its controls beside it, in sight while they scroll; where that is too narrow, above them. */
export function Workbench(props: {
  readonly plot: ReactNode;
  /** Taller than the window: scrolls with its controls. */
  readonly isTall?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.container}>
      <div className={styles.bench}>
        <div className={classNames(styles.plot, !props.isTall && styles.inSight)}>{props.plot}</div>
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
  readonly help?: HelpWords;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <section className={styles.group} aria-label={props.title}>
      <div className={styles.named}>
        {props.toggle ?? <h3 className={styles.title}>{props.title}</h3>}
        {props.help && <Help {...props.help} />}
      </div>
      {props.children}
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
    </section>
  );
}
