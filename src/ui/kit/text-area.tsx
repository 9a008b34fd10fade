import { useId, type ReactNode } from 'react';
import { FieldError } from './field-parts.tsx';
import fieldStyles from './field.module.css';
import styles from './text-area.module.css';

/** Several lines of text, as they are: every line is one. */
export function TextArea(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly error?: string | undefined;
  readonly hint?: string;
}): ReactNode {
  const id = useId();
  const { error, hint } = props;
  const describedBy = [hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id} className={fieldStyles.label}>
        {props.label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={fieldStyles.hint}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        className={styles.area}
        rows={props.rows}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        value={props.value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
