import type { ReactNode } from 'react';
import type { GainCurve } from '../../../store/index.ts';
import { pixelOf, pointAt } from '../../plots/plot-frame.ts';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import { designerText } from '../../text/designer.ts';
import {
  curveWithout,
  curveWithPoint,
  curveWithPointAfter,
  roomOfPoint,
  tidyDecibels,
  tidyHertz,
} from '../edits.ts';
import { Handles } from './handles.tsx';

/** One press of an arrow key. */
const STEP_OCTAVES = 1 / 12;
const STEP_DB = 0.5;
/** Gains a handle may be dragged to; the list of points takes any number. */
const RANGE_DB = { min: -10, max: 40 } as const;

/** The points of a target curve on its plot, to be dragged. Points keep their order. */
export function CurveHandles(props: {
  readonly label: string;
  readonly frame: PlotFrame;
  readonly curve: GainCurve;
  readonly tone: 'left' | 'centre';
  readonly onChange: (curve: GainCurve) => void;
}): ReactNode {
  const { frame, curve, onChange } = props;
  const moveTo = (index: number, frequencyHz: number, gainDb: number): void => {
    const { lowHz, highHz } = roomOfPoint(curve, index);
    const point = [
      tidyHertz(Math.min(highHz, Math.max(lowHz, frequencyHz))),
      tidyDecibels(Math.min(RANGE_DB.max, Math.max(RANGE_DB.min, gainDb))),
    ] as const;
    onChange(curveWithPoint(curve, index, point));
  };
  const handles = curve.map(([frequencyHz, gainDb], index) => ({
    key: String(index),
    label: designerText.curve.handle(props.label, index),
    valueText: designerText.curve.handleValue(frequencyHz, gainDb),
    value: gainDb,
    ...RANGE_DB,
    at: pixelOf(frame, frequencyHz, gainDb),
    onDrag: (x: number, y: number) => {
      const to = pointAt(frame, x, y);
      moveTo(index, to.frequencyHz, Math.round(to.level / STEP_DB) * STEP_DB);
    },
    onStep: (right: number, up: number) =>
      moveTo(index, frequencyHz * 2 ** (right * STEP_OCTAVES), gainDb + up * STEP_DB),
    onAdd: () => onChange(curveWithPointAfter(curve, index)),
    onRemove: curve.length > 1 ? () => onChange(curveWithout(curve, index)) : undefined,
  }));
  return <Handles frame={frame} handles={handles} tone={props.tone} />;
}
