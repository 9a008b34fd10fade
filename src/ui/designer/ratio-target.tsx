import type { ReactNode } from 'react';
import type { GainCurve } from '../../store/index.ts';
import { NumberField, Slider, type HelpWords } from '../kit/index.ts';
import { designHelpText } from '../text/design-help.ts';
import { CurvePoints } from './curve-points.tsx';
import { curveWithPeak, peakGainDb } from './edits.ts';
import { formatFixed } from '../format.ts';

const PEAK_DB = { min: 0, max: 40, step: 0.5 };

interface RatioTargetValue {
  readonly targetGainDb: GainCurve;
  readonly maxEffortDb: number;
}

/** What is asked of a power ratio, and what it may cost: the curve as a whole, its points, the effort cap. */
export function RatioTarget(props: {
  readonly text: {
    readonly peak: string;
    readonly peakHint: string;
    readonly points: string;
    readonly maxEffort: string;
  };
  /** Of the curve as a whole. */
  readonly help?: HelpWords;
  readonly target: RatioTargetValue;
  /** Path of the target in the document. */
  readonly field: string;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (change: Partial<RatioTargetValue>) => void;
}): ReactNode {
  const { text, target, field, errorAt, onChange } = props;
  return (
    <>
      <Slider
        label={text.peak}
        {...PEAK_DB}
        unit="dB"
        value={peakGainDb(target.targetGainDb)}
        hint={text.peakHint}
        {...(props.help && { help: props.help })}
        format={(value) => formatFixed(value, 1)}
        onChange={(peak) => onChange({ targetGainDb: curveWithPeak(target.targetGainDb, peak) })}
      />
      <CurvePoints
        label={text.points}
        curve={target.targetGainDb}
        field={`${field}.targetGainDb`}
        errorAt={errorAt}
        onChange={(targetGainDb) => onChange({ targetGainDb })}
      />
      <NumberField
        label={text.maxEffort}
        help={designHelpText.design.effort}
        value={target.maxEffortDb}
        unit="dB"
        step={0.5}
        error={errorAt(`${field}.maxEffortDb`)}
        onCommit={(maxEffortDb) => onChange({ maxEffortDb })}
      />
    </>
  );
}
