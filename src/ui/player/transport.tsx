import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectPlaying, selectReady } from '../../store/index.ts';
import { IconButton } from '../kit/index.ts';
import { playerText } from '../text/index.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import { SkipButtons } from '../queue/skip-buttons.tsx';
import styles from './player.module.css';

export const SEEK_STEP_SECONDS = 5;

/** Play and pause, five seconds either way. */
export function Transport(): ReactNode {
  const { togglePlay, seek } = useActions();
  const engine = useEngine();
  const playing = useSoundstage(selectPlaying);
  const ready = useSoundstage(selectReady);
  const jump = (seconds: number) => () => seek(engine.positionSeconds() + seconds);
  return (
    <div className={styles.transport} role="group" aria-label={playerText.transport}>
      <SkipButtons className={styles.skip}>
        <IconButton
          className={styles.jump}
          variant="quiet"
          label={playerText.back}
          shortcut="ArrowLeft"
          disabled={!ready}
          onClick={jump(-SEEK_STEP_SECONDS)}
        >
          <RotateCcw size={24} strokeWidth={1.75} aria-hidden />
          <span aria-hidden>{SEEK_STEP_SECONDS}</span>
        </IconButton>
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
        <IconButton
          className={styles.jump}
          variant="quiet"
          label={playerText.forward}
          shortcut="ArrowRight"
          disabled={!ready}
          onClick={jump(SEEK_STEP_SECONDS)}
        >
          <RotateCw size={24} strokeWidth={1.75} aria-hidden />
          <span aria-hidden>{SEEK_STEP_SECONDS}</span>
        </IconButton>
      </SkipButtons>
    </div>
  );
}
