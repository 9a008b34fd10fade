import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NullSet } from '../../store/index.ts';
import { Button, IconButton, NumberField, Select } from '../kit/index.ts';
import { designHelpText } from '../text/design-help.ts';
import { nullsText as text, type NullNames } from '../text/nulls.ts';
import { nullsOf, withNewNull, withNull, withoutNull, withWidthOfAll, type NullView } from './null-edits.ts';
import styles from './null-fields.module.css';
import { optionsOf } from './options.ts';
import rows from './rows.module.css';

const SHAPES = optionsOf(text.shapes);
const NEW_NULL_DEG = 135;

interface NullFieldsProps {
  readonly names: NullNames;
  readonly nulls: NullSet;
  /** Path of the set in the document. */
  readonly field: string;
  readonly errorAt: (field: string) => string | undefined;
  readonly isMirrored: boolean;
  readonly onChange: (nulls: NullSet) => void;
}

/** The nulls of a set by their numbers: the precise way, beside dragging them. */
export function NullFields(props: NullFieldsProps): ReactNode {
  const { names, nulls, field, errorAt, onChange } = props;
  return (
    <>
      <ol className={styles.nulls}>
        {nullsOf(nulls).map((view, index) => (
          <OneNull key={index} {...props} view={view} index={index} />
        ))}
      </ol>
      <Button
        className={rows.add}
        variant="quiet"
        size="small"
        onClick={() => onChange(withNewNull(nulls, NEW_NULL_DEG))}
      >
        <Plus size={15} aria-hidden />
        {names.add}
      </Button>
      <NumberField
        label={names.widthOfAll}
        help={designHelpText.design.nullWidth}
        value={nulls.nullWidthDeg}
        unit="°"
        step={5}
        error={errorAt(`${field}.nullWidthDeg`)}
        onCommit={(widthDeg) => onChange(withWidthOfAll(nulls, widthDeg))}
      />
    </>
  );
}

function OneNull(props: NullFieldsProps & { readonly view: NullView; readonly index: number }): ReactNode {
  const { names, nulls, field, errorAt, isMirrored, onChange, view, index } = props;
  const change = (part: Partial<NullView>): void => onChange(withNull(nulls, index, part, isMirrored));
  const number = (
    key: 'azimuthDeg' | 'widthDeg' | 'extraDepthDb',
    label: string,
    unit: string,
    step: number,
  ): ReactNode => (
    <NumberField
      label={label}
      hideSteps
      value={view[key]}
      unit={unit}
      step={step}
      error={errorAt(
        key === 'azimuthDeg' ? `${field}.nullAzimuthsDeg[${index}]` : `${field}.nullDetails[${index}].${key}`,
      )}
      onCommit={(value) => change({ [key]: value })}
    />
  );
  return (
    <li>
      <div role="group" aria-label={names.null(index)} className={styles.null}>
        <div className={styles.head}>
          <span className={styles.name}>{names.null(index)}</span>
          <IconButton
            label={names.remove(index)}
            variant="quiet"
            size="small"
            onClick={() => onChange(withoutNull(nulls, index))}
          >
            <X size={15} aria-hidden />
          </IconButton>
        </div>
        <div className={rows.pair}>
          {number('azimuthDeg', text.azimuth, '°', 5)}
          {number('widthDeg', text.width, '°', 5)}
          {number('extraDepthDb', text.depth, 'dB', 1)}
          <Select
            label={text.shape}
            value={view.shape}
            options={SHAPES}
            onChange={(shape) => change({ shape })}
          />
        </div>
      </div>
    </li>
  );
}
