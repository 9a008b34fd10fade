import type { ReactNode } from 'react';
import type { DesignDocument } from '../../store/index.ts';
import { inDirection, toScreen, type Point, type StageFrame } from './geometry.ts';
import styles from './figures.module.css';

const MIN_HEAD_PX = 9;

export interface HeadPlace {
  readonly centre: Point;
  readonly radiusPx: number;
  /** Azimuth of the nose on the stage, degrees: towards the device. */
  readonly noseDeg: number;
  readonly leftEar: Point;
  readonly rightEar: Point;
}

/** Where head and ears lie on the screen; the head faces the device. */
export function placeHead(
  document: DesignDocument,
  frame: Pick<StageFrame, 'originPx' | 'pxPerMetre'>,
): HeadPlace {
  const { positionM, headRadiusM, earAzimuthDeg } = document.listener;
  const [front, left] = positionM;
  const centre = toScreen(frame, front, left);
  const radiusPx = Math.max(MIN_HEAD_PX, headRadiusM * frame.pxPerMetre);
  const noseDeg = (Math.atan2(-left, -front) * 180) / Math.PI;
  return {
    centre,
    radiusPx,
    noseDeg,
    // Facing the stage, the listener's left is the audience's left: azimuths run the other way around than the device's.
    leftEar: inDirection(centre, noseDeg - earAzimuthDeg, radiusPx),
    rightEar: inDirection(centre, noseDeg + earAzimuthDeg, radiusPx),
  };
}

/** Head, nose and ears from above, with headphones where they are what is listened on. */
export function ListenerFigure(props: { readonly head: HeadPlace; readonly headphones: boolean }): ReactNode {
  const { centre, radiusPx, noseDeg, leftEar, rightEar } = props.head;
  const tip = inDirection(centre, noseDeg, radiusPx * 1.22);
  const cheeks = [noseDeg - 14, noseDeg + 14].map((azimuth) => inDirection(centre, azimuth, radiusPx * 0.97));
  const earRadius = Math.max(3, radiusPx * 0.14);
  return (
    <g>
      <path
        className={styles.head}
        d={`M${cheeks[0]!.x} ${cheeks[0]!.y}L${tip.x} ${tip.y}L${cheeks[1]!.x} ${cheeks[1]!.y}`}
        strokeLinejoin="round"
      />
      <circle className={styles.head} cx={centre.x} cy={centre.y} r={radiusPx} />
      {props.headphones && <Headphones head={props.head} />}
      <circle className={`${styles.ear} ${styles.left}`} cx={leftEar.x} cy={leftEar.y} r={earRadius} />
      <circle className={`${styles.ear} ${styles.right}`} cx={rightEar.x} cy={rightEar.y} r={earRadius} />
    </g>
  );
}

function Headphones({ head }: { readonly head: HeadPlace }): ReactNode {
  const { centre, radiusPx, noseDeg } = head;
  const cupWidth = Math.max(5, radiusPx * 0.3);
  const cupLength = radiusPx * 0.95;
  return (
    <g transform={`translate(${centre.x} ${centre.y}) rotate(${noseDeg - 180})`}>
      <line className={styles.band} x1={-radiusPx} y1={0} x2={radiusPx} y2={0} />
      {[-1, 1].map((side) => (
        <rect
          key={side}
          className={styles.cup}
          x={side * (radiusPx + cupWidth * 0.55) - cupWidth / 2}
          y={-cupLength / 2}
          width={cupWidth}
          height={cupLength}
          rx={cupWidth / 2.2}
        />
      ))}
    </g>
  );
}
