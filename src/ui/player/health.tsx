import type { ReactNode } from 'react';
import { selectLatency } from '../../store/index.ts';
import { Popover } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { playerText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import styles from './player.module.css';
import { formatFixed } from '../format.ts';

const HealthSheet = later(() => import('./health-sheet.tsx'));

/** How late the sound is; pressed, where that comes from and whether it was ever interrupted. */
export function Latency(): ReactNode {
  const latency = useSoundstage(selectLatency);
  if (!latency) return null;
  const milliseconds = (1000 * latency.algorithmSamples) / latency.sampleRateHz;
  return (
    <Popover
      title={playerText.health}
      trigger={
        <button type="button" className={styles.latency}>
          {playerText.latency(String(latency.algorithmSamples), formatFixed(milliseconds, 1))}
        </button>
      }
    >
      <HealthSheet />
    </Popover>
  );
}
