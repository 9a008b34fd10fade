import { useState, type ReactNode } from 'react';
import { TextField } from '../../kit/index.ts';
import { analysisText } from '../../text/analysis.ts';
import { listFrequencies, readFrequencies } from './read-frequencies.ts';

const text = analysisText.slices;

/** A few frequencies typed in one line; those that can be taken are taken as they are typed. */
export function FrequencyList(props: {
  readonly valuesHz: readonly number[];
  readonly onChange: (valuesHz: readonly number[]) => void;
}): ReactNode {
  const [typed, setTyped] = useState(() => listFrequencies(props.valuesHz));
  const reading = readFrequencies(typed);
  return (
    <TextField
      label={text.frequencies}
      value={typed}
      error={reading.ok ? undefined : reading.message}
      onChange={(next) => {
        setTyped(next);
        const read = readFrequencies(next);
        if (read.ok) props.onChange(read.valuesHz);
      }}
    />
  );
}
