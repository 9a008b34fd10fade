import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './field.module.css';
import { Help, type HelpWords } from './help.tsx';

/** A field's name, and its help right after it. */
export function FieldName(props: {
  /** Id of the control that it names. */
  readonly of: string;
  readonly label: string;
  readonly help?: HelpWords | undefined;
}): ReactNode {
  return (
    <div className={styles.named}>
      <label htmlFor={props.of} className={styles.label}>
        {props.label}
      </label>
      {props.help && <Help {...props.help} />}
    </div>
  );
}

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
