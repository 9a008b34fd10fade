import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, TextField } from '../kit/index.ts';
import { designsText as text } from '../text/designs.ts';
import styles from './design-bar.module.css';

/** Long enough for any name, short enough for every list. */
const LONGEST_NAME = 120;

/** Asks for a name; an empty one is told so. */
export function NameForm(props: {
  readonly label: string;
  readonly submitLabel: string;
  readonly proposed: string;
  readonly hint?: string;
  readonly onSubmit: (name: string) => void;
  readonly onCancel?: () => void;
}): ReactNode {
  const [name, setName] = useState(props.proposed);
  const [isRefused, setRefused] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    setRefused(wanted === '');
    if (wanted !== '') props.onSubmit(wanted);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        autoFocus
        selectAll
        label={props.label}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={setName}
        error={isRefused && name.trim() === '' ? text.save.nameless : undefined}
        {...(props.hint !== undefined && { hint: props.hint })}
      />
      <div className={styles.formActions}>
        <Button type="submit" variant="primary" size="small">
          {props.submitLabel}
        </Button>
        {props.onCancel && (
          <Button variant="quiet" size="small" onClick={props.onCancel}>
            {text.library.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
