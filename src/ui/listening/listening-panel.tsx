import { Cable, Headphones, Speaker } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  selectDriverCount,
  selectListening,
  selectPair,
  selectPresetId,
  selectWantedListening,
  type LoudspeakerPair,
} from '../../store/index.ts';
import { NumberField, Panel, SegmentedControl } from '../kit/index.ts';
import { countInWords, helpText, listeningText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './listening.module.css';
import { DeviceOutputs } from './device-outputs.tsx';
import { selectDeviceName } from './device-name.ts';
import { PairGuide } from './pair-guide.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { ProfileChoice } from './profile-choice.tsx';

const KINDS = [
  { value: 'loudspeakers', label: listeningText.kinds.loudspeakers, icon: <Speaker size={16} aria-hidden /> },
  { value: 'headphones', label: listeningText.kinds.headphones, icon: <Headphones size={16} aria-hidden /> },
  { value: 'device', label: listeningText.kinds.device, icon: <Cable size={16} aria-hidden /> },
] as const;

/** What is listened on, and which device's design: the two things that decide what reaches the ears. */
export function ListeningPanel(): ReactNode {
  const { setListening, listenOn } = useActions();
  const wanted = useSoundstage(selectWantedListening);
  const pair = useSoundstage(selectPair);
  return (
    <Panel title={listeningText.section} help={helpText.listening}>
      <div className={styles.panel}>
        <SegmentedControl
          fill
          label={listeningText.section}
          value={wanted}
          segments={KINDS}
          onChange={listenOn}
        />
        {wanted === 'loudspeakers' && (
          <PairFields pair={pair} onChange={(next) => setListening({ kind: 'loudspeakers', ...next })} />
        )}
        {wanted === 'device' && <DeviceOutputs />}
        <PresetChoice />
        <Heard />
        <ProfileChoice />
      </div>
    </Panel>
  );
}

/** Spacing and distance in centimetres, as one measures them, with a drawing of what is meant. */
function PairFields(props: {
  readonly pair: LoudspeakerPair;
  readonly onChange: (pair: LoudspeakerPair) => void;
}): ReactNode {
  const { pair, onChange } = props;
  return (
    <div className={styles.pair}>
      <PairGuide pair={pair} />
      <div className={styles.fields}>
        <NumberField
          label={listeningText.spacing}
          help={helpText.pair}
          unit="cm"
          min={5}
          max={1000}
          step={1}
          decimals={1}
          value={toCentimetres(pair.spacingM)}
          onCommit={(centimetres) => onChange({ ...pair, spacingM: centimetres / 100 })}
        />
        <NumberField
          label={listeningText.distance}
          unit="cm"
          min={20}
          max={1000}
          step={1}
          decimals={1}
          value={toCentimetres(pair.distanceM)}
          onCommit={(centimetres) => onChange({ ...pair, distanceM: centimetres / 100 })}
        />
      </div>
    </div>
  );
}

/** Free of binary residue, so that the field's value is the one that was typed. */
function toCentimetres(metres: number): number {
  return Number((metres * 100).toPrecision(10));
}

/** In words, what reaches the ears: a soundbar cannot sound from two loudspeakers. */
function Heard(): ReactNode {
  const { kind } = useSoundstage(selectListening);
  const presetId = useSoundstage(selectPresetId);
  const drivers = useSoundstage(selectDriverCount);
  const device = useSoundstage(selectDeviceName);
  const { heard } = listeningText;
  const design = presetId === null ? device : heard.presetDesign(device);
  const words =
    kind === 'device'
      ? heard.device(design, countInWords(drivers))
      : kind === 'headphones'
        ? heard.headphones(device, countInWords(drivers))
        : drivers > 2
          ? heard.ownPairMany(design, countInWords(drivers))
          : heard.ownPair(design);
  return (
    <p className={styles.heard} aria-live="polite">
      {words}
    </p>
  );
}
