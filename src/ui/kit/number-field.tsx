import { Minus, Plus } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FieldError, FieldName } from './field-parts.tsx';
import type { HelpWords } from './help.tsx';
import fieldStyles from './field.module.css';
import styles from './number-field.module.css';
import { readNumber, stepNumber } from './number-text.ts';
import { formatNumber } from '../format.ts';

export interface NumberFieldProps {
  readonly label: string;
  /** `null` for none, which `onClear` allows. */
  readonly value: number | null;
  readonly unit?: string;
  /** Other units that may be typed, each in the field's own. */
  readonly units?: Readonly<Record<string, number>>;
  readonly isWhole?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** One press of an arrow key; Page Up and Page Down go ten. */
  readonly step: number;
  /** Places shown of a value that came from elsewhere. */
  readonly decimals?: number;
  /** Called with a valid value, on Enter, on leaving the field and on every step. */
  readonly onCommit: (value: number) => void;
  /** Lets the field be empty: called when it was emptied. */
  readonly onClear?: () => void;
  /** Shown where it is empty. */
  readonly placeholder?: string;
  readonly hint?: string;
  /** What something else has against the value, e.g. the design. */
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly hideLabel?: boolean;
  readonly help?: HelpWords;
  /** Where the unit stands elsewhere, as in a table's head. */
  readonly hideUnit?: boolean;
  /** Without the buttons for the pointer, where there is little room: the arrow keys stay. */
  readonly hideSteps?: boolean;
}

const STEPS_OF_KEY: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * The typed text and what it means. A text that cannot be taken stays as it was typed, with its reason, until it is corrected,
 * taken back with Escape, or the value changes from elsewhere.
 */
function useDraft(props: NumberFieldProps) {
  const { value, step, onCommit, onClear, decimals = 2 } = props;
  const [draft, setDraft] = useState<{ text: string; base: number | null; left: boolean } | null>(null);
  const current = draft && draft.base === value ? draft : null;
  const text = current?.text ?? (value === null ? '' : formatNumber(value, decimals));
  const reading = readNumber(text, props);

  const commit = (): void => {
    if (!current) return;
    if (onClear && text.trim() === '') {
      setDraft(null);
      if (value !== null) onClear();
      return;
    }
    if (!reading.ok) return setDraft({ ...current, left: true });
    setDraft(null);
    if (reading.value !== value) onCommit(reading.value);
  };
  const stepBy = (steps: number): void => {
    const from = reading.ok ? reading.value : value;
    if (from === null) return;
    const next = stepNumber(from, steps, step, props);
    setDraft(null);
    if (next !== value) onCommit(next);
  };
  return {
    text,
    isTakenOver: current === null,
    message: current?.left && !reading.ok ? reading.message : undefined,
    type: (typed: string): void => setDraft({ text: typed, base: value, left: current?.left ?? false }),
    revert: (): void => setDraft(null),
    commit,
    stepBy,
  };
}

/** A number typed as text, with its unit. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, unit, hint, disabled = false } = props;
  const id = useId();
  const draft = useDraft(props);
  const message = draft.message ?? props.error;

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = STEPS_OF_KEY[event.key];
    if (steps !== undefined) draft.stepBy(steps);
    else if (event.key === 'Enter') draft.commit();
    else if (event.key === 'Escape') draft.revert();
    else return;
    event.preventDefault();
  };

  return (
    <div className={fieldStyles.field}>
      {!props.hideLabel && <FieldName of={id} label={label} help={props.help} />}
      <div className={styles.box} data-invalid={message !== undefined} data-disabled={disabled}>
        <input
          id={id}
          className={styles.input}
          type="text"
          inputMode="decimal"
          role="spinbutton"
          autoComplete="off"
          // The page's own undo is meant while nothing typed waits here.
          data-taken-over={draft.isTakenOver}
          aria-label={props.hideLabel ? label : undefined}
          aria-valuenow={value ?? undefined}
          aria-valuetext={valueTextOf(draft.text, props)}
          aria-valuemin={props.min}
          aria-valuemax={props.max}
          aria-invalid={message !== undefined}
          aria-describedby={message !== undefined || hint ? `${id}-note` : undefined}
          disabled={disabled}
          placeholder={props.placeholder}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.commit}
          onKeyDown={onKeyDown}
        />
        {unit && !props.hideUnit && (
          <span className={styles.unit} aria-hidden>
            {unit}
          </span>
        )}
        {!props.hideSteps && <StepButtons {...props} stepBy={draft.stepBy} />}
      </div>
      {message !== undefined ? (
        <FieldError id={`${id}-note`}>{message}</FieldError>
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

function valueTextOf(text: string, { unit, placeholder }: NumberFieldProps): string | undefined {
  if (text === '') return placeholder;
  return unit ? `${text} ${unit}` : text;
}

/** For the pointer; the keyboard has its arrows, so these are no tab stops. */
function StepButtons(props: NumberFieldProps & { readonly stepBy: (steps: number) => void }): ReactNode {
  const { value, min = -Infinity, max = Infinity, disabled = false, stepBy } = props;
  return (
    <div className={styles.steps} aria-hidden>
      <button
        type="button"
        tabIndex={-1}
        className={styles.step}
        disabled={disabled || value === null || value <= min}
        onClick={() => stepBy(-1)}
      >
        <Minus size={13} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.step}
        disabled={disabled || value === null || value >= max}
        onClick={() => stepBy(1)}
      >
        <Plus size={13} />
      </button>
    </div>
  );
}
