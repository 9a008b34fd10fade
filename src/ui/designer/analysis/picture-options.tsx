import type { ReactNode } from 'react';
import type { SoundSource } from '../../../store/index.ts';
import { selectDocument } from '../../../store/selectors.ts';
import { NumberField, Select } from '../../kit/index.ts';
import { analysisText as text } from '../../text/analysis.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import { HeadSelect } from '../heads/head-select.tsx';
import { MismatchFields } from './mismatch-fields.tsx';
import { optionsOf } from '../options.ts';
import { MapLookFields } from '../plot/map-look.tsx';
import { hasSmoothing, type AnalysisChoice, type Choosing } from './choice.ts';
import { FrequencyList } from './frequency-list.tsx';

/** How the chosen picture is shown. */
export function PictureOptions(choosing: Choosing): ReactNode {
  return (
    <>
      <OwnOptions {...choosing} />
      {hasSmoothing(choosing.choice) && (
        <Choice {...choosing} field="smoothing" label={text.smoothing} names={text.smoothings} />
      )}
    </>
  );
}

function OwnOptions(choosing: Choosing): ReactNode {
  const { choice, onChoose } = choosing;
  const chooseLook = (look: AnalysisChoice['look']): void => onChoose({ ...choice, look });
  const column = <Choice {...choosing} field="column" label={text.column} names={text.columns} />;
  const band = <Choice {...choosing} field="band" label={text.band} names={text.bands} />;
  switch (choice.kind) {
    case 'filters':
      return (
        <>
          {column}
          <Choice {...choosing} field="form" label={text.filters.form} names={text.filters.forms} />
          <Choice {...choosing} field="quantity" label={text.quantity} names={text.filters.quantities} />
        </>
      );
    case 'directivity':
      return (
        <Choice {...choosing} field="directivity" label={text.quantity} names={text.directivity.quantities} />
      );
    case 'pair':
      return (
        <>
          <Choice {...choosing} field="pair" label={text.quantity} names={text.pair.quantities} />
          <HeadSelect />
        </>
      );
    case 'cta2034':
      return <SourceSelect {...choosing} />;
    case 'map':
      return (
        <>
          <SourceSelect {...choosing} />
          <MapLookFields look={choice.look} onChange={chooseLook} />
        </>
      );
    case 'slices':
      return (
        <>
          <SourceSelect {...choosing} />
          <FrequencyList
            valuesHz={choice.slicesHz}
            onChange={(slicesHz) => onChoose({ ...choice, slicesHz })}
          />
          {band}
          <MapLookFields look={choice.look} onChange={chooseLook} without="colourMap" />
        </>
      );
    case 'balloon':
      return (
        <>
          <SourceSelect {...choosing} />
          <NumberField
            label={text.frequency}
            value={choice.balloonHz}
            unit="Hz"
            step={100}
            min={20}
            max={20_000}
            onCommit={(balloonHz) => onChoose({ ...choice, balloonHz })}
          />
          {band}
          <MapLookFields look={choice.look} onChange={chooseLook} without="normalisation" />
        </>
      );
    case 'comparison':
      return (
        <>
          {choice.comparison === 'maps' && column}
          <Choice {...choosing} field="comparison" label={text.quantity} names={text.comparison.quantities} />
          {choice.comparison === 'maps' && <MapLookFields look={choice.look} onChange={chooseLook} />}
        </>
      );
    case 'mismatch':
      return <MismatchOptions {...choosing} />;
  }
}

function MismatchOptions(choosing: Choosing): ReactNode {
  const { quantities } = text.mismatch;
  return (
    <>
      <Choice {...choosing} field="ratio" label={text.quantity} names={quantities} />
      <MismatchFields {...choosing} />
    </>
  );
}

/** The fields of a choice that are one of several words. */
type Worded = {
  [Key in keyof AnalysisChoice]: AnalysisChoice[Key] extends string ? Key : never;
}[keyof AnalysisChoice];

function Choice<Key extends Worded>(
  props: Choosing & {
    readonly field: Key;
    readonly label: string;
    readonly names: Readonly<Record<AnalysisChoice[Key], string>>;
  },
): ReactNode {
  const { choice, onChoose, field } = props;
  return (
    <Select
      label={props.label}
      value={choice[field]}
      options={optionsOf(props.names)}
      onChange={(value) => onChoose({ ...choice, [field]: value })}
    />
  );
}

function SourceSelect({ choice, onChoose }: Choosing): ReactNode {
  const { drivers } = useSoundstage(selectDocument).device;
  const alone = drivers.map(({ id }, index) => ({ value: String(index), label: text.driverAlone(id) }));
  return (
    <Select
      label={text.source}
      value={String(choice.source)}
      options={[...optionsOf(text.sources), ...alone]}
      onChange={(value) => {
        const source = (Number.isNaN(Number(value)) ? value : Number(value)) as SoundSource;
        onChoose({ ...choice, source });
      }}
    />
  );
}
