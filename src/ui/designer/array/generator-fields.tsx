import type { ReactNode } from 'react';
import { ARRAY_FIELDS, type ArrayField, type ArrayKind } from '../../../store/arrays.ts';
import { NumberField } from '../../kit/index.ts';
import { arrayText } from '../../text/array.ts';
import { LengthField } from '../length-field.tsx';
import styles from '../rows.module.css';

const text = arrayText.generator.fields;
const UNIT_OF = { angle: '°', frequency: 'Hz' } as const;
const STEP_OF = { count: 1, angle: 5, frequency: 50 } as const;

export type FieldValues = Readonly<Record<string, number>>;

/** What a generator asks for, each within its range. */
export function GeneratorFields(props: {
  readonly kind: ArrayKind;
  readonly values: FieldValues;
  readonly onChange: (values: FieldValues) => void;
}): ReactNode {
  const { kind, values, onChange } = props;
  return (
    <div className={styles.pair}>
      {Object.entries<ArrayField>(ARRAY_FIELDS[kind]).map(([name, field]) => (
        <Field
          key={`${kind} ${name}`}
          label={text[name as keyof typeof text]}
          field={field}
          value={values[name]}
          onCommit={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
      {kind === 'line' && <WidthField values={values} onChange={onChange} />}
    </div>
  );
}

function Field(props: {
  readonly label: string;
  readonly field: ArrayField;
  readonly value: number;
  readonly onCommit: (value: number) => void;
}): ReactNode {
  const { label, value, onCommit } = props;
  const { low, high, of } = props.field;
  if (of === 'length')
    return (
      <LengthField
        label={label}
        valueM={value}
        unit="cm"
        hideSteps
        lowM={low}
        highM={high}
        onCommit={onCommit}
      />
    );
  return (
    <NumberField
      label={label}
      value={value}
      min={low}
      max={high}
      step={STEP_OF[of]}
      hideSteps={of !== 'count'}
      isWhole={of === 'count'}
      {...(of !== 'count' && { unit: UNIT_OF[of] })}
      onCommit={onCommit}
    />
  );
}

/** The width of a line instead of its spacing: one follows from the other. */
function WidthField(props: {
  readonly values: FieldValues;
  readonly onChange: (values: FieldValues) => void;
}): ReactNode {
  const { values, onChange } = props;
  const gaps = values['count'] - 1;
  if (gaps === 0) return null;
  const { low, high } = ARRAY_FIELDS.line.spacingM;
  return (
    <LengthField
      label={text.widthM}
      valueM={gaps * values['spacingM']}
      unit="cm"
      hideSteps
      lowM={gaps * low}
      highM={gaps * high}
      onCommit={(widthM) => onChange({ ...values, spacingM: widthM / gaps })}
    />
  );
}
