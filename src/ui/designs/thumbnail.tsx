import type { ReactNode } from 'react';
import type { DesignDocument } from '../../store/index.ts';
import { signalOf } from '../designer/array/array-frame.ts';
import { thumbnailFrame } from './thumbnail-frame.ts';
import styles from './thumbnail.module.css';

const TONE = { left: styles.left, right: styles.right, centre: styles.centre };

/** The device from above, its front downwards, drawn in metres and scaled into whatever room there is. */
export function Thumbnail({ document }: { readonly document: DesignDocument }): ReactNode {
  const { baffle, drivers } = document.device;
  const { leftM, topM, widthM, heightM, leastRadiusM } = thumbnailFrame(document);
  return (
    <svg className={styles.thumbnail} viewBox={`${leftM} ${topM} ${widthM} ${heightM}`} aria-hidden>
      {baffle.kind === 'rigid-sphere' && <circle className={styles.body} r={baffle.radiusM} />}
      {baffle.kind === 'infinite-plane' && (
        <line className={styles.wall} x1={leftM} x2={leftM + widthM} y1={0} y2={0} />
      )}
      {drivers.map(({ positionM, radiusM }, index) => (
        <circle
          key={index}
          className={TONE[signalOf(positionM)]}
          cx={-positionM[1]}
          cy={positionM[0]}
          r={Math.max(leastRadiusM, radiusM)}
        />
      ))}
    </svg>
  );
}
