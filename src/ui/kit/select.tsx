import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import fieldStyles from './field.module.css';
import styles from './select.module.css';

/** One of many, with the platform's own list. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <div className={fieldStyles.field}>
      {!props.hideLabel && (
        <label htmlFor={id} className={fieldStyles.label}>
          {props.label}
        </label>
      )}
      <span className={styles.wrap}>
        <select
          id={id}
          className={styles.select}
          aria-label={props.hideLabel ? props.label : undefined}
          value={props.value}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.target.value as Value)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.chevron} size={15} aria-hidden />
      </span>
    </div>
  );
}
