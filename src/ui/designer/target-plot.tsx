import type { ReactNode } from 'react';
import type { GainCurve } from '../../store/index.ts';
import { CurveClipboard } from './curve-clipboard.tsx';
import { curveWithPointAt, tidyDecibels, tidyHertz } from './edits.ts';
import { CurveHandles } from './plot/curve-handles.tsx';
import { Plot, type PlotProps } from './plot/plot.tsx';

export interface EditedTarget {
  readonly label: string;
  readonly tone: 'left' | 'centre';
  readonly curve: GainCurve;
  readonly onChange: (curve: GainCurve) => void;
}

/** A plot with a target curve on it that is edited there: its points, and the whole of it through the clipboard. */
export function TargetPlot({
  target,
  notes,
  ...plot
}: Omit<PlotProps, 'overlay' | 'onDoubleClick'> & {
  /** `null` where nothing is asked for. */
  readonly target: EditedTarget | null;
}): ReactNode {
  if (!target) return <Plot {...plot} notes={notes} />;
  const { curve, onChange } = target;
  return (
    <Plot
      {...plot}
      notes={
        <>
          <CurveClipboard {...target} />
          {notes}
        </>
      }
      overlay={(frame) => <CurveHandles {...target} frame={frame} />}
      onDoubleClick={({ frequencyHz, level }) =>
        onChange(curveWithPointAt(curve, [tidyHertz(frequencyHz), tidyDecibels(level)]))
      }
    />
  );
}
