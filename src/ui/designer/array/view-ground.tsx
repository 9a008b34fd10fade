import type { ReactNode } from 'react';
import type { DesignDocument } from '../../../store/index.ts';
import { arrayText as text } from '../../text/array.ts';
import type { ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';

/** A grid, the device's axes stronger, and its spacing in words. */
export function Grid({ frame, isAxisHinted }: { frame: ArrayFrame; isAxisHinted: boolean }): ReactNode {
  const [originX, originY] = frame.at([0, 0, 0]);
  const scalePx = frame.gridStepM * frame.pxPerM;
  const [right, bottom] = [frame.widthPx - 12, frame.heightPx - 10];
  return (
    <g className={styles.grid} aria-hidden>
      {frame.leftsM.map((leftM) => {
        const x = originX - leftM * frame.pxPerM;
        return <line key={`x${leftM}`} data-axis={leftM === 0} x1={x} x2={x} y1={0} y2={frame.heightPx} />;
      })}
      {frame.alongsM.map((alongM) => {
        const y = originY + (frame.vertical === 0 ? 1 : -1) * alongM * frame.pxPerM;
        return <line key={`y${alongM}`} data-axis={alongM === 0} x1={0} x2={frame.widthPx} y1={y} y2={y} />;
      })}
      {isAxisHinted && (
        <line className={styles.hinted} x1={originX} x2={originX} y1={0} y2={frame.heightPx} />
      )}
      <g className={styles.scale}>
        <line x1={right - scalePx} x2={right} y1={bottom} y2={bottom} />
        <text x={right} y={bottom - 6} textAnchor="end">
          {text.scale(frame.gridStepM)}
        </text>
      </g>
    </g>
  );
}

/** The baffle: a sphere's outline, or the wall from its front and cut through. */
export function Outline({ document, frame }: { document: DesignDocument; frame: ArrayFrame }): ReactNode {
  const { baffle } = document.device;
  const [originX, originY] = frame.at([0, 0, 0]);
  if (baffle.kind === 'rigid-sphere')
    return <circle className={styles.baffle} cx={originX} cy={originY} r={baffle.radiusM * frame.pxPerM} />;
  if (baffle.kind !== 'infinite-plane') return null;
  return frame.vertical === 0 ? (
    <>
      <rect className={styles.baffle} x={0} y={0} width={frame.widthPx} height={originY} />
      <line className={styles.wall} x1={0} x2={frame.widthPx} y1={originY} y2={originY} />
    </>
  ) : (
    <rect className={styles.baffle} x={0} y={0} width={frame.widthPx} height={frame.heightPx} />
  );
}
