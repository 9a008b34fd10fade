import type { ReactNode } from 'react';
import { selectLatencies, selectProfile, type Profile } from '../../store/index.ts';
import { Help, SegmentedControl, Told } from '../kit/index.ts';
import { helpText, listeningText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './listening.module.css';
import { formatNumber } from '../format.ts';

const PROFILES: readonly Profile[] = ['music', 'video'];

/** Best separation, or in time with a picture; each with what the whole chain takes. */
export function ProfileChoice(): ReactNode {
  const { setProfile } = useActions();
  const profile = useSoundstage(selectProfile);
  const latencies = useSoundstage(selectLatencies);
  const { names, help } = listeningText.profile;
  const segments = PROFILES.map((value) => {
    const milliseconds = latencies && formatNumber(latencies[value], 0);
    return { value, label: milliseconds ? `${names[value]}, ${milliseconds} ms` : names[value] };
  });
  return (
    <div className={styles.profile}>
      <div className={styles.named}>
        <h3 className={styles.label}>{listeningText.profile.label}</h3>
        <Help {...helpText.profile} />
      </div>
      <SegmentedControl
        fill
        label={listeningText.profile.label}
        value={profile}
        segments={segments}
        onChange={setProfile}
      />
      <Told className={styles.heard}>{help[profile]}</Told>
    </div>
  );
}
