import { useEffect, useRef, type ReactNode } from 'react';
import { classNames, useThemeColours } from '../kit/index.ts';
import { useSize } from '../stage/use-size.ts';
import { useInSight } from '../use-in-sight.ts';
import { useMeters } from '../use-meters.ts';
import { useMeterLoop } from '../use-soundstage.tsx';
import styles from './meters.module.css';
import type { Picture, Surface } from './picture.ts';

/** A picture in motion: drawn while it is in sight, its scale only when size or theme change. */
export function MeterCanvas(props: {
  readonly label: string;
  readonly picture: Picture;
  readonly className?: string | undefined;
}): ReactNode {
  const { picture } = props;
  const root = useRef<HTMLDivElement>(null);
  const scale = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const size = useSize(root);
  const look = useThemeColours();
  const loop = useMeterLoop();
  const inSight = useInSight(root);

  const surfaceOf = (canvas: HTMLCanvasElement | null): Surface | null => {
    const context = canvas?.getContext('2d');
    if (!context || !size) return null;
    const pixels = window.devicePixelRatio;
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    return { context, look, ...size };
  };
  const drawScale = (): void => {
    const surface = surfaceOf(scale.current);
    if (!surface) return;
    surface.context.clearRect(0, 0, surface.width, surface.height);
    picture.drawScale(surface);
  };
  useEffect(() => {
    drawScale();
    loop.refresh();
  });
  useMeters((frame) => {
    const surface = inSight.current ? surfaceOf(moving.current) : null;
    if (!surface) return;
    if (!picture.trails) surface.context.clearRect(0, 0, surface.width, surface.height);
    if (picture.drawFrame(surface, frame)) drawScale();
  });

  const pixels = {
    width: Math.round((size?.width ?? 0) * window.devicePixelRatio),
    height: Math.round((size?.height ?? 0) * window.devicePixelRatio),
  };
  return (
    <div
      ref={root}
      role="img"
      aria-label={props.label}
      className={classNames(styles.canvas, props.className)}
    >
      <canvas ref={scale} {...pixels} aria-hidden />
      <canvas ref={moving} {...pixels} aria-hidden />
    </div>
  );
}
