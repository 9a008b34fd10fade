import { useEffect, useRef, type ReactNode } from 'react';
import { selectHeardAs, type TrackInfo } from '../../store/index.ts';
import { useThemeColours } from '../kit/index.ts';
import type { Size } from '../stage/use-size.ts';
import { usePlayhead } from '../use-playhead.ts';
import { useEngine, useSoundstage } from '../use-soundstage.tsx';
import { drawWaveform } from './draw-waveform.ts';
import { useColumns } from './use-columns.ts';
import type { WaveView } from './wave-view.ts';
import styles from './waveform.module.css';

/** A stretch of a track, drawn, with its playhead. */
export function Bars(props: {
  readonly track: TrackInfo;
  readonly view: WaveView;
  readonly size: Size;
  /** Where the playhead is instead of where the track is, seconds. */
  readonly heldAt: number | null;
}): ReactNode {
  const { track, view, size, heldAt } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useThemeColours();
  const spatial = useSoundstage(selectHeardAs) === 'design';
  const engine = useEngine();
  const columns = useColumns(track, view, size.width);

  const drawn = useRef(NaN);

  const scale = window.devicePixelRatio;
  const width = Math.round(size.width * scale);
  /** The playhead's place, device pixels: between two of them there is nothing new to draw. */
  const placeOf = (seconds: number): number =>
    Math.round((width * (seconds - view.from)) / Math.max(1e-3, view.to - view.from));

  const draw = (seconds: number): void => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    drawn.current = placeOf(seconds);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawWaveform(context, columns, size, drawn.current / width, {
      played: spatial ? colours.accent : colours.ink2,
      ahead: colours.lineStrong,
      playhead: colours.ink,
    });
  };
  usePlayhead((seconds) => {
    if (heldAt === null && placeOf(seconds) !== drawn.current) draw(seconds);
  });
  // What a frame does not bring: another size, theme, side, view or place under the finger.
  useEffect(() => draw(heldAt ?? engine.positionSeconds()));

  return (
    <canvas
      ref={canvas}
      className={styles.canvas}
      width={width}
      height={Math.round(size.height * scale)}
      aria-hidden
    />
  );
}
