import type { ReactNode } from 'react';
import { classNames } from '../../kit/index.ts';
import type { ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import { LETTER_PX, hasNumberWithin, type Place } from './driver-labels.ts';
import type { DriverShape } from './driver-shape.ts';
import { Piston } from './piston.tsx';

const TONE = { left: styles.left, right: styles.right, centre: styles.centre };
/** A driver in a view, as its piston, with its number in the order of the outputs; only to be looked at. */
export function DriverMark(props: {
  readonly shape: DriverShape;
  readonly number: number;
  readonly id: string;
  readonly tone: keyof typeof TONE;
  readonly frame: ArrayFrame;
  readonly showId: boolean;
  /** Middle of its number. */
  readonly numberAt: Place;
  readonly showNumber: boolean;
  readonly isInTheWay: boolean;
}): ReactNode {
  const { shape, number, id, frame, numberAt } = props;
  const lowestPx = Math.hypot(
    shape.thinPx * Math.sin((shape.turnDeg * Math.PI) / 180),
    shape.widePx * Math.cos((shape.turnDeg * Math.PI) / 180),
  );
  const halfPx = (id.length * LETTER_PX) / 2 + 3;
  return (
    <g
      aria-hidden
      className={classNames(
        TONE[props.tone],
        shape.isBehind && styles.behind,
        props.isInTheWay && styles.inTheWay,
      )}
    >
      <Piston className={styles.driver} shape={shape} />
      {props.showNumber && (
        <text className={styles.number} x={numberAt.x} y={numberAt.y} dy="0.36em" textAnchor="middle">
          {number}
        </text>
      )}
      {props.showId && (
        <text
          className={styles.id}
          x={Math.min(frame.widthPx - halfPx, Math.max(halfPx, shape.x))}
          y={shape.y + lowestPx + (hasNumberWithin(shape) || shape.outward[1] <= 0 ? 12 : 24)}
          textAnchor="middle"
        >
          {id}
        </text>
      )}
    </g>
  );
}
