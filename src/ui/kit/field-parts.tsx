import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

/** What is wrong with a field's text: an icon and words, not colour alone. */
export function FieldError(props: { readonly id?: string; readonly children: ReactNode }): ReactNode {
  return (
    <p id={props.id} className={styles.error} role="alert">
      <TriangleAlert size={13} aria-hidden />
      <span>{props.children}</span>
    </p>
  );
}

/** A figure with its unit, the unit quieter than the figure. */
export function Figure(props: { readonly value: string; readonly unit?: string | undefined }): ReactNode {
  return (
    <span className={styles.figure}>
      {props.value}
      {props.unit && <span className={styles.unit}>{` ${props.unit}`}</span>}
    </span>
  );
}
