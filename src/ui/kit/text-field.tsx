import { useId, type ReactNode } from 'react';
import { FieldError } from './field-parts.tsx';
import fieldStyles from './field.module.css';
import styles from './text-field.module.css';

/** A line of text. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly maxLength?: number;
  /** Only to be read and copied. */
  readonly readOnly?: boolean;
  /** Selects its text when it gets the focus. */
  readonly selectAll?: boolean;
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
  /** The text is another than the one that was taken over: the field's own undo is meant. */
  readonly isDraft?: boolean;
  /** Called on Enter and on leaving the field. */
  readonly onCommit?: () => void;
  /** Called on Escape. */
  readonly onRevert?: () => void;
}): ReactNode {
  const id = useId();
  const { error, hint } = props;
  return (
    <div className={fieldStyles.field}>
      {!props.hideLabel && (
        <label htmlFor={id} className={fieldStyles.label}>
          {props.label}
        </label>
      )}
      <input
        id={id}
        className={styles.input}
        type="text"
        autoComplete="off"
        value={props.value}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        autoFocus={props.autoFocus}
        aria-label={props.hideLabel ? props.label : undefined}
        data-taken-over={props.isDraft === undefined ? undefined : !props.isDraft}
        aria-invalid={error !== undefined}
        aria-describedby={error !== undefined || hint ? `${id}-note` : undefined}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onCommit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onCommit?.();
          if (event.key === 'Escape') props.onRevert?.();
        }}
        onFocus={(event) => props.selectAll && event.currentTarget.select()}
      />
      {error !== undefined ? (
        <FieldError id={`${id}-note`}>{error}</FieldError>
      ) : (
        hint && (
          <p id={`${id}-note`} className={fieldStyles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
