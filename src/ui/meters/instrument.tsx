import type { ReactNode } from 'react';
import { classNames, Help, type HelpWords } from '../kit/index.ts';
import styles from './meters.module.css';

/** A meter under its name. */
export function Instrument(props: {
  readonly title: string;
  readonly help: HelpWords;
  /** What of it is shown. */
  readonly choice?: ReactNode;
  readonly className: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={classNames(styles.instrument, props.className)}>
      <div className={styles.named}>
        <h3>{props.title}</h3>
        <Help {...props.help} />
        {props.choice && <div className={styles.choice}>{props.choice}</div>}
      </div>
      <div className={styles.face}>{props.children}</div>
    </div>
  );
}
