import type { ReactNode } from 'react';
import type { SoundSource } from '../../../store/index.ts';
import { selectDocument } from '../../../store/selectors.ts';
import { NumberField, Select } from '../../kit/index.ts';
import { analysisText as text } from '../../text/analysis.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import type { Choosing } from './analysis-tab.tsx';
import { FiltersOptions } from './filters-plot.tsx';
import { optionsOf } from './options.ts';

const COLUMNS = optionsOf(text.columns);
const SOURCES = optionsOf(text.sources);

/** How the chosen picture is shown. */
export function PictureOptions(choosing: Choosing): ReactNode {
  const { choice, onChoose } = choosing;
  const shown = <Key extends 'directivity' | 'pair' | 'comparison' | 'ratio'>(
    field: Key,
    names: Readonly<Record<(typeof choice)[Key], string>>,
  ) => (
    <Select
      label={text.quantity}
      value={choice[field]}
      options={optionsOf(names)}
      onChange={(value) => onChoose({ ...choice, [field]: value })}
    />
  );
  switch (choice.kind) {
    case 'filters':
      return <FiltersOptions {...choosing} />;
    case 'directivity':
      return shown('directivity', text.directivity.quantities);
    case 'pair':
      return shown('pair', text.pair.quantities);
    case 'cta2034':
    case 'map':
      return <SourceSelect {...choosing} />;
    case 'comparison':
      return (
        <>
          {choice.comparison === 'maps' && (
            <Select
              label={text.column}
              value={choice.column}
              options={COLUMNS}
              onChange={(column) => onChoose({ ...choice, column })}
            />
          )}
          {shown('comparison', text.comparison.quantities)}
        </>
      );
    case 'mismatch':
      return (
        <>
          {shown('ratio', text.mismatch.quantities)}
          <NumberField
            label={text.mismatch.gain}
            value={choice.gainDb}
            unit="dB"
            step={0.5}
            min={0}
            max={12}
            onCommit={(gainDb) => onChoose({ ...choice, gainDb })}
          />
          <NumberField
            label={text.mismatch.phase}
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
}

function SourceSelect({ choice, onChoose }: Choosing): ReactNode {
  const { drivers } = useSoundstage(selectDocument).device;
  const alone = drivers.map(({ id }, index) => ({ value: String(index), label: text.driverAlone(id) }));
  return (
    <Select
      label={text.source}
      value={String(choice.source)}
      options={[...SOURCES, ...alone]}
      onChange={(value) => {
        const source = (Number.isNaN(Number(value)) ? value : Number(value)) as SoundSource;
        onChoose({ ...choice, source });
      }}
    />
  );
}
