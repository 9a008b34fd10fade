import { useEffect, useRef, type ReactNode } from 'react';
import { classNames, useThemeColours } from '../kit/index.ts';
import { useSize } from '../stage/use-size.ts';
import { useInSight } from '../use-in-sight.ts';
import { useMeters } from '../use-meters.ts';
import { useMeterLoop } from '../use-soundstage.tsx';
import styles from './meters.module.css';
import type { MetersPainter } from './meters-painter.ts';
import type { PictureName } from './painting-protocol.ts';
import type { Dial } from './picture.ts';

/** A dial, drawn when what is written on it changes, and over it a picture in motion: while it is in sight. */
export function MeterCanvas(props: {
  readonly label: string;
  readonly name: PictureName;
  readonly dial: Dial;
  readonly painter: MetersPainter;
  readonly className?: string | undefined;
}): ReactNode {
  const { name, dial, painter } = props;
  const root = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const size = useSize(root);
  const look = useThemeColours();
  const loop = useMeterLoop();
  const inSight = useInSight(root);

  const drawDial = (): void => {
    const context = still.current?.getContext('2d');
    if (!context || !size) return;
    const pixels = window.devicePixelRatio;
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    dial.draw({ context, look, ...size });
  };
  useEffect(drawDial);
  useEffect(() => {
    root.current?.append(painter.add(name, inSight));
    return () => painter.remove(name);
  }, [painter, name, inSight]);
  useEffect(() => {
    if (size) painter.place(name, { ...size, look, pixels: window.devicePixelRatio });
    loop.refresh();
  }, [painter, name, size, look, loop]);
  useMeters((frame) => {
    if (inSight.current && dial.follow?.(frame)) drawDial();
  });

  return (
    <div
      ref={root}
      role="img"
      aria-label={props.label}
      className={classNames(styles.canvas, props.className)}
    >
      <canvas
        ref={still}
        width={Math.round((size?.width ?? 0) * window.devicePixelRatio)}
        height={Math.round((size?.height ?? 0) * window.devicePixelRatio)}
        aria-hidden
      />
    </div>
  );
}
