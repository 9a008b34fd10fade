import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GainCurve } from '../../store/index.ts';
import { Button, IconButton, NumberField } from '../kit/index.ts';
import { curveTableText } from '../text/curve-table.ts';
import { designerText } from '../text/designer.ts';
import { CurveTablePopover } from './curve-table-popover.tsx';
import styles from './rows.module.css';
import { curveWithNewPoint, curveWithout, curveWithPoint } from './edits.ts';

const text = designerText.curve;

/** The points of a gain curve as a list: the precise way, beside dragging them on the plot. */
export function CurvePoints(props: {
  readonly label: string;
  readonly curve: GainCurve;
  /** Path of the curve in the document. */
  readonly field: string;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (curve: GainCurve) => void;
}): ReactNode {
  const { label, curve, field, errorAt, onChange } = props;
  return (
    <div className={styles.rows}>
      <ol className={styles.rows} aria-label={label}>
        {curve.map(([frequencyHz, gainDb], index) => (
          <li key={index} className={styles.curvePoint} aria-label={text.point(index)}>
            <NumberField
              label={`${label}, ${text.point(index)}, ${text.frequency}`}
              hideLabel
              hideSteps
              value={frequencyHz}
              unit="Hz"
              step={10}
              error={errorAt(`${field}[${index}][0]`)}
              onCommit={(value) => onChange(curveWithPoint(curve, index, [value, gainDb]))}
            />
            <NumberField
              label={`${label}, ${text.point(index)}, ${text.gain}`}
              hideLabel
              hideSteps
              value={gainDb}
              unit="dB"
              step={0.5}
              error={errorAt(`${field}[${index}][1]`)}
              onCommit={(value) => onChange(curveWithPoint(curve, index, [frequencyHz, value]))}
            />
            <IconButton
              label={text.remove(index)}
              variant="quiet"
              size="small"
              disabled={curve.length === 1}
              onClick={() => onChange(curveWithout(curve, index))}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onClick={() => onChange(curveWithNewPoint(curve))}>
          <Plus size={15} aria-hidden />
          {text.add}
        </Button>
        <CurveTablePopover curve={curve} onChange={onChange} />
      </div>
      <p className={styles.hint}>{curveTableText.keys}</p>
    </div>
  );
}
