import { useRef, type PointerEvent, type ReactNode } from 'react';
import type { TrackInfo } from '../../store/index.ts';
import { useSize } from '../stage/use-size.ts';
import { Bars } from './bars.tsx';
import type { WaveViewControl } from './use-wave-view.ts';
import { wholeOf } from './wave-view.ts';
import styles from './waveform.module.css';

/** All of a track under the part that is in sight, and a window on that part, which is dragged. The keys of the waveform do
 *  the same: it is no control of its own to a screen reader. */
export function WaveOverview(props: {
  readonly track: TrackInfo;
  readonly control: WaveViewControl;
}): ReactNode {
  const { track, control } = props;
  const { view } = control;
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const percent = (seconds: number): string => `${(100 * seconds) / track.durationSeconds}%`;
  const show = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const middle = ((event.clientX - box.left) / box.width) * track.durationSeconds;
    control.pan(middle - (view.from + view.to) / 2);
  };
  return (
    <div
      ref={root}
      className={styles.overview}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        show(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && show(event)}
    >
      {size && <Bars track={track} view={wholeOf(track.durationSeconds)} size={size} heldAt={null} />}
      <span
        className={styles.window}
        style={{ left: percent(view.from), width: percent(view.to - view.from) }}
      />
    </div>
  );
}
