import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Help, type HelpWords } from './help.tsx';
import styles from './panel.module.css';

/** A titled surface. */
export function Panel(props: {
  readonly title: string;
  readonly help?: HelpWords;
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={classNames(styles.panel, props.className)}>
      <header className={styles.head}>
        <div className={styles.named}>
          <h2 id={titleId} className={styles.title}>
            {props.title}
          </h2>
          {props.help && <Help {...props.help} />}
        </div>
        {props.actions}
      </header>
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}
