import { useEffect, useRef, type ReactNode } from 'react';
import { useThemeColours } from '../kit/index.ts';
import { useInSight } from '../use-in-sight.ts';
import { useMeters } from '../use-meters.ts';
import { useMeterLoop } from '../use-soundstage.tsx';
import type { StageScene } from './scene.ts';
import { StagePainter } from './stage-painter.ts';
import styles from './stage.module.css';

/** What moves with the sound, over the drawing that stands still: no larger than it must be, painted while it is in sight. */
export function StageCanvas({ scene }: { readonly scene: StageScene }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const painter = useRef<StagePainter | null>(null);
  const look = useThemeColours();
  const loop = useMeterLoop();
  const inSight = useInSight(place);

  useEffect(() => {
    const started = new StagePainter();
    place.current?.append(started.canvas);
    painter.current = started;
    return () => {
      painter.current = null;
      started.dispose();
    };
  }, []);
  useEffect(() => {
    painter.current?.setScene(scene, look);
    loop.refresh();
  }, [scene, look, loop]);
  useMeters((frame) => {
    if (inSight.current) painter.current?.show(frame);
  });

  return <div ref={place} className={styles.moving} />;
}
