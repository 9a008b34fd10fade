import { Slider as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { formatExact } from '../format.ts';
import { Figure } from './field-parts.tsx';
import { Help, type HelpWords } from './help.tsx';
import fieldStyles from './field.module.css';
import styles from './slider.module.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit?: string;
  /** The figure without its unit; the plain number where absent. */
  readonly format?: (value: number) => string;
  /** While it moves. */
  readonly onChange: (value: number) => void;
  /** When it is let go. */
  readonly onCommit?: (value: number) => void;
  /** Keep the label for screen readers alone. */
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly hint?: string;
  readonly help?: HelpWords;
}

/** A value on a line: arrows step, Page keys step by ten, Home and End go to the ends. */
export function Slider(props: SliderProps): ReactNode {
  const { label, value, unit, format = formatExact } = props;
  const hintId = useId();
  const text = format(value);
  return (
    <div className={fieldStyles.field}>
      {!props.hideLabel && (
        <div className={fieldStyles.head}>
          <div className={fieldStyles.named}>
            <span className={fieldStyles.label} aria-hidden>
              {label}
            </span>
            {props.help && <Help {...props.help} />}
          </div>
          <Figure value={text} unit={unit} />
        </div>
      )}
      <Radix.Root
        className={styles.root}
        min={props.min}
        max={props.max}
        step={props.step}
        value={[value]}
        disabled={props.disabled ?? false}
        onValueChange={([next]) => next !== undefined && props.onChange(next)}
        onValueCommit={([next]) => next !== undefined && props.onCommit?.(next)}
      >
        <Radix.Track className={styles.track} data-slot="track">
          <Radix.Range className={styles.range} data-slot="range" />
        </Radix.Track>
        <Radix.Thumb
          className={styles.thumb}
          aria-label={label}
          aria-valuetext={unit ? `${text} ${unit}` : text}
          aria-describedby={props.hint ? hintId : undefined}
        />
      </Radix.Root>
      {props.hint && (
        <p id={hintId} className={fieldStyles.hint}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
