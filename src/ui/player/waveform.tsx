import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { selectHeardAs, selectWaveformSeconds, type TrackInfo } from '../../store/index.ts';
import { formatTime } from '../format.ts';
import { useThemeColours } from '../kit/index.ts';
import { useSize, type Size } from '../stage/use-size.ts';
import { playerText } from '../text/index.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import { barCount, drawWaveform } from './draw-waveform.ts';
import styles from './waveform.module.css';
import { waveformColumns } from './waveform-columns.ts';

const STEP_SECONDS = 5;
const PAGE_SECONDS = 15;

/** The track's waveform, and the slider that moves through it. A drag shows where it would go; letting go goes there. */
export function Waveform({ track }: { readonly track: TrackInfo }): ReactNode {
  const { seek } = useActions();
  const engine = useEngine();
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const [drag, setDrag] = useState<number | null>(null);
  const [second, setSecond] = useState(0);
  usePlayhead((seconds) => setSecond(Math.floor(seconds)));

  const { durationSeconds } = track;
  const fractionAt = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOfKey(event.key, engine.positionSeconds(), durationSeconds);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    seek(target);
  };

  return (
    <div
      ref={root}
      className={styles.waveform}
      role="slider"
      tabIndex={0}
      aria-label={playerText.seek}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationSeconds)}
      aria-valuenow={Math.min(second, Math.floor(durationSeconds))}
      aria-valuetext={playerText.position(formatTime(second), formatTime(durationSeconds))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag(fractionAt(event));
      }}
      onPointerMove={(event) => drag !== null && setDrag(fractionAt(event))}
      onPointerUp={(event) => {
        if (drag === null) return;
        seek(fractionAt(event) * durationSeconds);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {size && <Bars track={track} size={size} drag={drag} />}
      {drag !== null && (
        <span className={styles.preview} style={{ left: `${drag * 100}%` }} aria-hidden>
          {formatTime(drag * durationSeconds)}
        </span>
      )}
    </div>
  );
}

function targetOfKey(key: string, now: number, duration: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return now - STEP_SECONDS;
    case 'ArrowRight':
    case 'ArrowUp':
      return now + STEP_SECONDS;
    case 'PageDown':
      return now - PAGE_SECONDS;
    case 'PageUp':
      return now + PAGE_SECONDS;
    case 'Home':
      return 0;
    case 'End':
      return duration;
    default:
      return null;
  }
}

function Bars(props: {
  readonly track: TrackInfo;
  readonly size: Size;
  readonly drag: number | null;
}): ReactNode {
  const { track, size, drag } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useThemeColours();
  const spatial = useSoundstage(selectHeardAs) === 'design';
  const engine = useEngine();
  const known = useSoundstage(selectWaveformSeconds);
  const bars = barCount(size.width);
  const columns = useMemo(
    () => waveformColumns(engine.peaks(0, track.durationSeconds, bars), bars),
    // The engine tells by what is known that there is more to be seen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [engine, track, bars, known],
  );

  const draw = (fraction: number): void => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const scale = window.devicePixelRatio;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawWaveform(context, columns, size, fraction, {
      played: spatial ? colours.accent : colours.ink2,
      ahead: colours.lineStrong,
      playhead: colours.ink,
    });
  };
  const heardFraction = (): number => engine.positionSeconds() / Math.max(1e-3, track.durationSeconds);
  usePlayhead(() => {
    if (drag === null) draw(heardFraction());
  });
  // What a frame does not bring: another size, theme, side or place under the finger.
  useEffect(() => draw(drag ?? heardFraction()));

  const scale = window.devicePixelRatio;
  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={Math.round(size.width * scale)}
      height={Math.round(size.height * scale)}
      aria-hidden
    />
  );
}
