import type { ReactNode } from 'react';
import { selectDriverCount, selectOutputChannels } from '../../store/index.ts';
import { Notice } from '../kit/index.ts';
import { outputsText } from '../text/index.ts';
import { useSoundstage } from '../use-soundstage.tsx';
import { DriverSetup } from './driver-setup.tsx';
import styles from './listening.module.css';
import { SpotGuide } from './spot-guide.tsx';
import { selectOutputName } from './output-name.ts';

/** The design's own drivers on the channels of the output, or why there are too few of them. */
export function DeviceOutputs(): ReactNode {
  const channels = useSoundstage(selectOutputChannels);
  const drivers = useSoundstage(selectDriverCount);
  const output = useSoundstage(selectOutputName);
  const words = outputsText.device;
  return (
    <div className={styles.place}>
      <div aria-live="polite">
        {drivers > channels ? (
          <Notice severity="warning" title={words.tooFew.title(drivers, channels)}>
            {words.tooFew.body(output, drivers)}
          </Notice>
        ) : (
          <p className={styles.heard}>{words.enough(output, drivers, channels)}</p>
        )}
      </div>
      {drivers <= channels && (
        <div className={styles.buttons}>
          <DriverSetup />
          <SpotGuide />
        </div>
      )}
    </div>
  );
}
