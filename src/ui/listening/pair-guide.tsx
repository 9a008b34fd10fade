import type { ReactNode } from 'react';
import type { LoudspeakerPair } from '../../store/index.ts';
import { formatLength } from '../format.ts';
import { listeningText } from '../text/index.ts';
import styles from './listening.module.css';

const BOX = { width: 104, height: 112 } as const;
const TOP = 18;
const BOTTOM = 94;

/** Which two lengths are meant: between the loudspeakers, and from their middle to the head. In proportion, within limits. */
export function PairGuide({ pair }: { readonly pair: LoudspeakerPair }): ReactNode {
  const ratio = pair.spacingM / pair.distanceM;
  const half = Math.min(40, Math.max(12, (ratio * (BOTTOM - TOP)) / 2));
  const middle = BOX.width / 2;
  return (
    <svg
      className={styles.guide}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={listeningText.guide(formatLength(pair.spacingM), formatLength(pair.distanceM))}
    >
      {[-half, half].map((offset) => (
        <rect
          key={offset}
          className={offset < 0 ? styles.leftSpeaker : styles.rightSpeaker}
          x={middle + offset - 7}
          y={TOP - 6}
          width={14}
          height={12}
          rx={2.5}
        />
      ))}
      <path
        className={styles.measure}
        d={`M${middle - half + 9} ${TOP}H${middle + half - 9}M${middle} ${TOP + 4}V${BOTTOM - 12}`}
      />
      <path className={styles.arrow} d={`M${middle - 3} ${BOTTOM - 17}L${middle} ${BOTTOM - 11}l3 -6`} />
      <circle className={styles.guideHead} cx={middle} cy={BOTTOM} r={9} />
      <path
        className={styles.guideNose}
        d={`M${middle - 2.5} ${BOTTOM - 8.6}L${middle} ${BOTTOM - 12}l2.5 3.4`}
      />
    </svg>
  );
}
