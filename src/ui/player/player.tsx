import { useId, type ReactNode } from 'react';
import { classNames } from '../kit/index.ts';
import { QueuePanel } from '../queue/queue-panel.tsx';
import { useKeptPlace } from '../queue/use-kept-place.ts';
import { playerText } from '../text/index.ts';
import { CompareSwitch } from './compare-switch.tsx';
import styles from './player.module.css';
import { OutputSelect } from './output-select.tsx';
import { LoudnessSwitch, Lights, Volume } from './sound-controls.tsx';
import { TrackStrip } from './track-strip.tsx';
import { Transport } from './transport.tsx';
import { useMediaSession } from './use-media-session.ts';

/** The deck: what plays, the comparison, and how loud. It stays in sight on both faces. */
export function Player(props: {
  readonly className?: string | undefined;
  /** One row: transport, comparison, waveform, volume. */
  readonly compact: boolean;
}): ReactNode {
  const queueId = useId();
  useKeptPlace();
  useMediaSession();
  return (
    <section
      id="player"
      tabIndex={-1}
      aria-label={playerText.section}
      data-compact={props.compact}
      className={classNames(styles.deck, props.className)}
    >
      <TrackStrip queueId={queueId} />
      <QueuePanel id={queueId} />
      <div className={styles.bar}>
        <CompareSwitch />
        <Transport />
      </div>
      <LoudnessSwitch />
      <div className={styles.sound}>
        <Volume />
        <Lights />
        <OutputSelect className={styles.output} />
      </div>
    </section>
  );
}
