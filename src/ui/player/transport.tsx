import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectIsLive, selectPlaying, selectReady } from '../../store/index.ts';
import { IconButton } from '../kit/index.ts';
import { playerText } from '../text/index.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import { SkipButtons } from '../queue/skip-buttons.tsx';
import styles from './player.module.css';

export const SEEK_STEP_SECONDS = 5;

/** Play and pause, five seconds either way. */
export function Transport(): ReactNode {
  const { togglePlay } = useActions();
  const playing = useSoundstage(selectPlaying);
  const ready = useSoundstage(selectReady);
  return (
    <div className={styles.transport} role="group" aria-label={playerText.transport}>
      <SkipButtons className={styles.skip}>
        <Jump to="back" />
        <IconButton
          className={styles.play}
          variant="primary"
          label={!ready ? playerText.preparing : playing ? playerText.pause : playerText.play}
          shortcut="Space"
          disabled={!ready}
          onClick={() => void togglePlay()}
        >
          {playing ? (
            <Pause size={26} fill="currentColor" strokeWidth={0} aria-hidden />
          ) : (
            <Play className={styles.playGlyph} size={26} fill="currentColor" strokeWidth={0} aria-hidden />
          )}
        </IconButton>
        <Jump to="forward" />
      </SkipButtons>
    </div>
  );
}

const JUMPS = {
  back: { shortcut: 'ArrowLeft', seconds: -SEEK_STEP_SECONDS, Icon: RotateCcw },
  forward: { shortcut: 'ArrowRight', seconds: SEEK_STEP_SECONDS, Icon: RotateCw },
} as const;

function Jump({ to }: { readonly to: keyof typeof JUMPS }): ReactNode {
  const { seek } = useActions();
  const engine = useEngine();
  const ready = useSoundstage(selectReady);
  const isLive = useSoundstage(selectIsLive);
  const { shortcut, seconds, Icon } = JUMPS[to];
  return (
    <IconButton
      className={styles.jump}
      variant="quiet"
      label={playerText[to]}
      shortcut={shortcut}
      disabled={!ready || isLive}
      onClick={() => seek(engine.positionSeconds() + seconds)}
    >
      <Icon size={24} strokeWidth={1.75} aria-hidden />
      <span aria-hidden>{SEEK_STEP_SECONDS}</span>
    </IconButton>
  );
}
