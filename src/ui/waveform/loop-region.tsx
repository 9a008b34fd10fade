import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { selectLoop, type LoopState } from '../../store/index.ts';
import { formatFineTime } from '../format.ts';
import { playerText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import type { WaveView } from './wave-view.ts';
import styles from './waveform.module.css';

/** Of an arrow key, seconds; ten times as much with Shift. */
const STEP_SECONDS = 0.1;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

type Point = 'inSeconds' | 'outSeconds';

/** The stretch that is looped, over the waveform, and its two ends, which are dragged or moved with the arrow keys. */
export function LoopRegion(props: { readonly view: WaveView; readonly durationSeconds: number }): ReactNode {
  const { view, durationSeconds } = props;
  const loop = useSoundstage(selectLoop);
  const area = useRef<HTMLDivElement>(null);
  const { inSeconds, outSeconds, isOn } = loop;
  const percent = (seconds: number): number => (100 * (seconds - view.from)) / (view.to - view.from);
  const left = Math.max(0, percent(inSeconds ?? 0));
  const right = Math.min(100, percent(outSeconds ?? 0));
  return (
    <div ref={area} className={styles.loops}>
      {inSeconds !== null && outSeconds !== null && right > left && (
        <span
          className={styles.region}
          data-on={isOn}
          style={{ left: `${left}%`, width: `${right - left}%` }}
          aria-hidden
        />
      )}
      {(['inSeconds', 'outSeconds'] as const).map((point) => {
        const at = loop[point];
        if (at === null || at < view.from || at > view.to) return null;
        return (
          <Handle
            key={point}
            point={point}
            loop={loop}
            percent={percent(at)}
            durationSeconds={durationSeconds}
            secondsAt={(clientX) => {
              const box = area.current!.getBoundingClientRect();
              return view.from + ((clientX - box.left) / box.width) * (view.to - view.from);
            }}
          />
        );
      })}
    </div>
  );
}

function Handle(props: {
  readonly point: Point;
  readonly loop: LoopState;
  readonly percent: number;
  readonly durationSeconds: number;
  readonly secondsAt: (clientX: number) => number;
}): ReactNode {
  const { point, loop, durationSeconds } = props;
  const { setLoopPoint, clearLoop } = useActions();
  const at = loop[point]!;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) setLoopPoint(point, at + step * STEP_SECONDS * (event.shiftKey ? 10 : 1));
    else if (event.key === 'Delete') clearLoop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      setLoopPoint(point, props.secondsAt(event.clientX));
  };
  return (
    <span
      className={styles.handle}
      data-point={point}
      style={{ left: `${props.percent}%` }}
      role="slider"
      tabIndex={0}
      aria-label={playerText.loop.points[point]}
      aria-valuemin={0}
      aria-valuemax={durationSeconds}
      aria-valuenow={Number(at.toFixed(3))}
      aria-valuetext={formatFineTime(at)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    />
  );
}
