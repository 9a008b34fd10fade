import type { ReactNode } from 'react';
import { NumberField } from '../../kit/index.ts';
import { analysisText } from '../../text/analysis.ts';
import type { Choosing } from './choice.ts';

const words = analysisText.mismatch;

/** How far drivers may be off. */
export function MismatchFields({ choice, onChoose }: Choosing): ReactNode {
  return (
    <>
      <NumberField
        label={words.gain}
        value={choice.gainDb}
        unit="dB"
        step={0.5}
        min={0}
        max={12}
        onCommit={(gainDb) => onChoose({ ...choice, gainDb })}
      />
      <NumberField
        label={words.phase}
        value={choice.phaseDeg}
        unit="°"
        step={1}
        min={0}
        max={90}
        onCommit={(phaseDeg) => onChoose({ ...choice, phaseDeg })}
      />
    </>
  );
}
