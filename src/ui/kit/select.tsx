import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { FieldName } from './field-parts.tsx';
import fieldStyles from './field.module.css';
import type { HelpWords } from './help.tsx';
import styles from './select.module.css';

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  /** It is there, and cannot be chosen. */
  readonly disabled?: boolean;
}

/** One of many, with the platform's own list. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (
    Option<Value> | { readonly group: string; readonly options: readonly Option<Value>[] }
  )[];
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly help?: HelpWords;
  /** Id of what says more about the choice. */
  readonly describedBy?: string;
}): ReactNode {
  const id = useId();
  return (
    <div className={fieldStyles.field}>
      {!props.hideLabel && <FieldName of={id} label={props.label} help={props.help} />}
      <span className={styles.wrap}>
        <select
          id={id}
          className={styles.select}
          aria-label={props.hideLabel ? props.label : undefined}
          aria-describedby={props.describedBy}
          value={props.value}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.target.value as Value)}
        >
          {props.options.map((option) =>
            'group' in option ? (
              <optgroup key={option.group} label={option.group}>
                {option.options.map(listed)}
              </optgroup>
            ) : (
              listed(option)
            ),
          )}
        </select>
        <ChevronDown className={styles.chevron} size={15} aria-hidden />
      </span>
    </div>
  );
}

function listed({ value, label, disabled = false }: Option<string>): ReactNode {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
