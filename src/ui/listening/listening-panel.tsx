import type { ReactNode } from 'react';
import {
  selectDriverCount,
  selectListening,
  selectPresetId,
  selectWantedListening,
} from '../../store/index.ts';
import { Panel, SegmentedControl, Told } from '../kit/index.ts';
import { helpText, listeningText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './listening.module.css';
import { DeviceOutputs } from './device-outputs.tsx';
import { selectDeviceName } from './device-name.ts';
import { PairPanel } from './pair-panel.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { SidesCheck } from './sides-check.tsx';

const KINDS = ['loudspeakers', 'headphones', 'device'] as const;

/** What is listened on, and which device's design: the two things that decide what reaches the ears. */
export function ListeningPanel(): ReactNode {
  const { listenOn } = useActions();
  const wanted = useSoundstage(selectWantedListening);
  return (
    <Panel title={listeningText.section} help={helpText.listening}>
      <div className={styles.panel}>
        <SegmentedControl
          fill
          label={listeningText.section}
          value={wanted}
          segments={KINDS.map((value) => ({ value, label: listeningText.kinds[value] }))}
          onChange={listenOn}
        />
        {wanted === 'loudspeakers' && <PairPanel />}
        {wanted === 'headphones' && (
          <div className={styles.buttons}>
            <SidesCheck kind="headphones" />
          </div>
        )}
        {wanted === 'device' && <DeviceOutputs />}
        <PresetChoice />
        <Heard />
        <ProfileChoice />
      </div>
    </Panel>
  );
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
      ? heard.device(design, listeningText.count(drivers))
      : kind === 'headphones'
        ? heard.headphones(device, listeningText.count(drivers))
        : drivers > 2
          ? heard.ownPairMany(design, listeningText.count(drivers))
          : heard.ownPair(design);
  return <Told className={styles.heard}>{words}</Told>;
}
