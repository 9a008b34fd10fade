import { useEffect, useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './progress.module.css';

/** How far something is, 0…1; `null` when that is not known. */
export function Progress(props: { readonly label: string; readonly fraction: number | null }): ReactNode {
  const percent = props.fraction === null ? undefined : Math.round(props.fraction * 100);
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles.progress}
    >
      <div
        className={classNames(styles.bar, percent === undefined && styles.unknown)}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}

/** True once `active` has lasted for `afterMs`: what is over at once needs no progress. */
export function useLasting(active: boolean, afterMs = 200): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLasting(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [active, afterMs]);
  return active && lasting;
}
