import { memo, type ReactNode } from 'react';
import type { DesignView, HeardAs, SlotPicture } from '../../store/index.ts';
import { bandMean } from '../plots/band.ts';
import { Help } from '../kit/index.ts';
import { helpText, stageText } from '../text/index.ts';
import styles from './stage.module.css';
import { formatFixed } from '../format.ts';

const BAND = { lowHz: 1000, highHz: 8000 } as const;

/** How well what is heard keeps the ears apart: a pair of loudspeakers at the ears is meant to reach both. */
export const SeparationFigure = memo(function SeparationFigure(props: {
  readonly view: DesignView;
  readonly picture: SlotPicture | null;
  readonly heardAs: HeardAs;
}): ReactNode {
  const { view, picture, heardAs } = props;
  if (heardAs === 'reference') return null;
  const { frequencyHz, sides } = picture?.metrics ?? view.metrics;
  const isFiltered = heardAs === 'design' || heardAs === 'other';
  const values = isFiltered ? sides.separationDb : sides.naturalSeparationDb;
  const achievedDb = bandMean({ frequencyHz, values }, BAND);
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
        {formatFixed(achievedDb, 1)} <small>dB</small>
      </p>
      <p className={styles.caption}>
        {isFiltered ? stageText.natural(formatFixed(naturalDb, 1)) : stageText.unfiltered}
      </p>
    </>
  );
});
