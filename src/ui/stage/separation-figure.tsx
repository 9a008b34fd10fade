import { memo, type ReactNode } from 'react';
import type { DesignView } from '../../store/index.ts';
import { bandMean } from '../plots/band.ts';
import { Help } from '../kit/index.ts';
import { helpText, stageText } from '../text/index.ts';
import styles from './stage.module.css';

const BAND = { lowHz: 1000, highHz: 8000 } as const;

/** How well the ears are kept apart: the figure of a design that a listener can hear. */
export const SeparationFigure = memo(function SeparationFigure({
  view,
}: {
  readonly view: DesignView;
}): ReactNode {
  const { frequencyHz, sides } = view.metrics;
  const achievedDb = bandMean({ frequencyHz, values: sides.separationDb }, BAND);
  const naturalDb = bandMean({ frequencyHz, values: sides.naturalSeparationDb }, BAND);
  if (!Number.isFinite(achievedDb)) return null;
  return (
    <>
      <div className={styles.named}>
        <p className={styles.caption}>
          {stageText.separation}
          <span className={styles.wide}>, {stageText.separationBand}</span>
        </p>
        <Help {...helpText.separation} />
      </div>
      <p className={styles.figure}>
        {achievedDb.toFixed(1)} <small>dB</small>
      </p>
      <p className={styles.caption}>{stageText.natural(naturalDb.toFixed(1))}</p>
    </>
  );
});
