import { useEffect, useRef, type ReactNode } from 'react';
import { useThemeColours } from '../kit/index.ts';
import { useInSight } from '../use-in-sight.ts';
import { useMeters } from '../use-meters.ts';
import { useMeterLoop } from '../use-soundstage.tsx';
import { MovingStage } from './moving-stage.ts';
import type { StageScene } from './scene.ts';
import styles from './stage.module.css';

/** Finer than this is not seen in motion. */
const MOST_PIXELS = 2;

/** What moves with the sound, over the drawing that stands still: no larger than it must be, drawn while it is in sight. */
export function StageCanvas({ scene }: { readonly scene: StageScene }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const moving = useRef<MovingStage | null>(null);
  const look = useThemeColours();
  const loop = useMeterLoop();
  const inSight = useInSight(canvas);
  const { x, y, width, height } = scene.box;
  const pixels = Math.min(MOST_PIXELS, window.devicePixelRatio);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(pixels, 0, 0, pixels, -x * pixels, -y * pixels);
    context.clearRect(x, y, width, height);
    moving.current = new MovingStage(scene, look, context);
    loop.refresh();
  }, [scene, look, loop, pixels, x, y, width, height]);
  useMeters((frame) => {
    if (inSight.current) moving.current?.show(frame);
  });

  return (
    <canvas
      ref={canvas}
      className={styles.moving}
      width={Math.round(width * pixels)}
      height={Math.round(height * pixels)}
      style={{ left: x, top: y, width, height }}
      aria-hidden
    />
  );
}
