import type { ReactNode } from 'react';
import { tidyMetres } from '../../store/arrays.ts';
import { NumberField } from '../kit/index.ts';
import { designerText } from '../text/designer.ts';

const UNITS = {
  cm: { perMetre: 100, step: 0.5, decimals: 2, units: { mm: 0.1, m: 100 } },
  m: { perMetre: 1, step: 0.05, decimals: 3, units: { mm: 0.001, cm: 0.01 } },
} as const;

/** A length of the document, in metres there, shown in the unit it is thought in; typed with mm, cm or m. */
export function LengthField(props: {
  readonly label: string;
  readonly valueM: number;
  readonly unit: keyof typeof UNITS;
  readonly onCommit: (valueM: number) => void;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly hideSteps?: boolean;
  readonly hideUnit?: boolean;
  readonly lowM?: number;
  readonly highM?: number;
}): ReactNode {
  const { perMetre, ...rest } = UNITS[props.unit];
  const shown = (metres: number): number => Number((metres * perMetre).toFixed(4));
  return (
    <NumberField
      {...rest}
      label={props.label}
      value={shown(props.valueM)}
      unit={props.unit}
      error={props.error === undefined ? undefined : designerText.failure.inMetres(props.error)}
      hideLabel={props.hideLabel ?? false}
      hideSteps={props.hideSteps ?? false}
      hideUnit={props.hideUnit ?? false}
      {...(props.lowM !== undefined && { min: shown(props.lowM) })}
      {...(props.highM !== undefined && { max: shown(props.highM) })}
      onCommit={(value) => props.onCommit(tidyMetres(value / perMetre))}
    />
  );
}
