import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './choice-list.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** A sentence that tells it from the others. */
  readonly about: string;
}

/** One of several, each explained. Radio-group semantics: one tab stop, arrows choose. */
export function ChoiceList<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  return (
    <RadioGroup.Root
      aria-label={props.label}
      orientation="vertical"
      value={props.value}
      onValueChange={(value) => props.onChange(value as Value)}
      className={styles.list}
    >
      {props.choices.map(({ value, name, about }) => (
        <RadioGroup.Item key={value} value={value} className={styles.item} aria-label={`${name}: ${about}`}>
          <span className={styles.dot} aria-hidden />
          <span className={styles.words}>
            <span className={styles.name}>{name}</span>
            <span className={styles.about}>{about}</span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
