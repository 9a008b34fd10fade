import type { ReactNode } from 'react';
import { playerText } from '../text/index.ts';
import { CompareSwitch } from './compare-switch.tsx';
import styles from './player.module.css';
import { StatusLine, Volume } from './sound-controls.tsx';
import { TrackStrip } from './track-strip.tsx';
import { Transport } from './transport.tsx';

/** The deck: what plays, the comparison, and how loud. It stays in sight on both faces. */
export function Player({ className }: { readonly className?: string | undefined }): ReactNode {
  return (
    <section
      id="player"
      tabIndex={-1}
      aria-label={playerText.section}
      className={`${styles.deck} ${className ?? ''}`}
    >
      <TrackStrip />
      <div className={styles.bar}>
        <CompareSwitch />
        <Transport />
      </div>
      <Volume />
      <StatusLine />
    </section>
  );
}
