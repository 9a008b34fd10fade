import type { ReactNode } from 'react';
import { selectPair, type LoudspeakerPair } from '../../store/index.ts';
import { formatLength } from '../format.ts';
import { NumberField, Select, type HelpWords } from '../kit/index.ts';
import { helpText, listeningText, outputsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './listening.module.css';
import { PairGuide } from './pair-guide.tsx';
import { SidesCheck } from './sides-check.tsx';
import { SpotGuide } from './spot-guide.tsx';
import { besideWords } from './spot-words.ts';

const text = outputsText.pair;

/** The listener's own two loudspeakers: how far they stand apart and away, with a drawing of what is meant. */
export function PairPanel(): ReactNode {
  const { setListening } = useActions();
  const pair = useSoundstage(selectPair);
  const beside = besideWords(pair.offsetM ?? 0);
  const change = (next: Partial<LoudspeakerPair>): void =>
    setListening({ kind: 'loudspeakers', ...pair, ...next });
  return (
    <div className={styles.place}>
      <div className={styles.pair}>
        <PairGuide pair={pair} />
        <div className={styles.fields}>
          <CentimetreField
            label={listeningText.spacing}
            help={helpText.pair}
            min={5}
            valueM={pair.spacingM}
            onCommit={(spacingM) => change({ spacingM })}
          />
          <CentimetreField
            label={listeningText.distance}
            min={20}
            valueM={pair.distanceM}
            onCommit={(distanceM) => change({ distanceM })}
          />
        </div>
      </div>
      {beside !== null && <p className={styles.heard}>{text.beside(beside)}</p>}
      <TypicalPlaces pair={pair} onChange={change} />
      <div className={styles.buttons}>
        <SidesCheck kind="loudspeakers" />
        <SpotGuide />
      </div>
    </div>
  );
}

/** As one measures them. */
function CentimetreField(props: {
  readonly label: string;
  readonly help?: HelpWords;
  readonly min: number;
  readonly valueM: number;
  readonly onCommit: (valueM: number) => void;
}): ReactNode {
  return (
    <NumberField
      label={props.label}
      {...(props.help && { help: props.help })}
      unit="cm"
      min={props.min}
      max={1000}
      step={1}
      decimals={1}
      // Free of binary residue, so that the field's value is the one that was typed.
      value={Number((props.valueM * 100).toPrecision(10))}
      onCommit={(centimetres) => props.onCommit(centimetres / 100)}
    />
  );
}

const TYPICAL = [
  { name: 'laptop', spacingM: 0.24, distanceM: 0.55 },
  { name: 'tablet', spacingM: 0.2, distanceM: 0.4 },
  { name: 'monitor', spacingM: 0.6, distanceM: 0.7 },
  { name: 'television', spacingM: 0.9, distanceM: 2.5 },
  { name: 'living-room', spacingM: 2, distanceM: 2.3 },
] as const;

/** Where loudspeakers of a kind usually stand: to begin with, until one has measured. */
function TypicalPlaces(props: {
  readonly pair: LoudspeakerPair;
  readonly onChange: (place: Partial<LoudspeakerPair>) => void;
}): ReactNode {
  const { pair, onChange } = props;
  const at = TYPICAL.findIndex(
    ({ spacingM, distanceM }) => spacingM === pair.spacingM && distanceM === pair.distanceM,
  );
  const options = TYPICAL.map(({ name, spacingM, distanceM }, index) => ({
    value: String(index),
    label: `${text.places[name]}: ${formatLength(spacingM)}, ${formatLength(distanceM)}`,
  }));
  return (
    <Select
      label={text.typical}
      value={String(at)}
      options={at < 0 ? [{ value: '-1', label: text.own }, ...options] : options}
      onChange={(value) => {
        const place = TYPICAL[Number(value)];
        if (place) onChange({ spacingM: place.spacingM, distanceM: place.distanceM });
      }}
    />
  );
}
