import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { TrackInfo } from '../../store/index.ts';
import { formatTime } from '../format.ts';
import { useSize } from '../stage/use-size.ts';
import { playerText } from '../text/index.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useActions, useEngine } from '../use-soundstage.tsx';
import { Bars } from './bars.tsx';
import { LoopRegion } from './loop-region.tsx';
import { targetOfKey, zoomOfKey } from './wave-keys.ts';
import { useWaveGestures } from './use-wave-gestures.ts';
import type { WaveViewControl } from './use-wave-view.ts';
import { WaveOverview } from './wave-overview.tsx';
import { followed } from './wave-view.ts';
import styles from './waveform.module.css';

/**
 * The track's waveform, and the slider that moves through it: a press goes there, a drag shows where it would go, and where
 * only a part is in sight, moves that; wheel and two fingers zoom.
 */
export function Waveform(props: { readonly track: TrackInfo; readonly control: WaveViewControl }): ReactNode {
  const { track, control } = props;
  const { view } = control;
  const { seek } = useActions();
  const engine = useEngine();
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const told = useRef(-1);
  const before = useRef(0);
  const { durationSeconds } = track;
  const { heldAt, handlers } = useWaveGestures(root, control, seek);

  /** Once a second, to the element itself: nothing is to be rendered for it. */
  function tell(seconds: number): void {
    if (Math.floor(seconds) === told.current) return;
    told.current = Math.floor(seconds);
    for (const [name, value] of Object.entries(positionOf(seconds, durationSeconds)))
      root.current?.setAttribute(name, String(value));
  }

  usePlayhead((seconds) => {
    tell(seconds);
    const next = followed(view, before.current, seconds, durationSeconds);
    before.current = seconds;
    if (next !== view && heldAt === null) control.set(next);
  });
  // Another zoom or place is no movement of what plays.
  useEffect(() => {
    before.current = engine.positionSeconds();
  }, [engine, view]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const factor = zoomOfKey(event.key);
    const target = targetOfKey(event.key, engine.positionSeconds(), durationSeconds);
    if (factor === null && target === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (factor !== null) control.zoom(factor);
    else if (target !== null) seek(target);
  };

  const heldShare = heldAt === null ? 0 : (heldAt - view.from) / (view.to - view.from);
  return (
    <>
      <div className={styles.place}>
        <div
          ref={root}
          className={styles.waveform}
          data-zoomed={!control.isWhole}
          role="slider"
          tabIndex={0}
          aria-label={playerText.seek}
          aria-valuemin={0}
          aria-valuemax={Math.floor(durationSeconds)}
          {...positionOf(engine.positionSeconds(), durationSeconds)}
          onKeyDown={onKeyDown}
          {...handlers}
        >
          {size && <Bars track={track} view={view} size={size} heldAt={heldAt} />}
          {heldAt !== null && (
            <span className={styles.preview} style={{ left: `${heldShare * 100}%` }} aria-hidden>
              {formatTime(heldAt)}
            </span>
          )}
        </div>
        <LoopRegion view={view} durationSeconds={durationSeconds} />
      </div>
      {!control.isWhole && <WaveOverview track={track} control={control} />}
    </>
  );
}

function positionOf(seconds: number, durationSeconds: number) {
  return {
    'aria-valuenow': Math.floor(Math.min(seconds, durationSeconds)),
    'aria-valuetext': playerText.position(formatTime(Math.floor(seconds)), formatTime(durationSeconds)),
  };
}
