import type { ReactNode } from 'react';
import { NumberField } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';
import { tidyMetres } from './edits.ts';

const UNITS = {
  cm: { perMetre: 100, step: 0.5, decimals: 2 },
  m: { perMetre: 1, step: 0.05, decimals: 3 },
} as const;

/** A length of the document, in metres there, shown in the unit it is thought in. */
export function LengthField(props: {
  readonly label: string;
  readonly valueM: number;
  readonly unit: keyof typeof UNITS;
  readonly onCommit: (valueM: number) => void;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly hideSteps?: boolean;
}): ReactNode {
  const { perMetre, step, decimals } = UNITS[props.unit];
  return (
    <NumberField
      label={props.label}
      value={Number((props.valueM * perMetre).toFixed(4))}
      unit={props.unit}
      step={step}
      decimals={decimals}
      error={props.error === undefined ? undefined : designerText.failure.inMetres(props.error)}
      hideLabel={props.hideLabel ?? false}
      hideSteps={props.hideSteps ?? false}
      onCommit={(value) => props.onCommit(tidyMetres(value / perMetre))}
    />
  );
}
