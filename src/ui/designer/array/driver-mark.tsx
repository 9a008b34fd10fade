import type { ReactNode } from 'react';
import { classNames } from '../../kit/index.ts';
import type { ArrayFrame } from './array-frame.ts';
import styles from './array-view.module.css';
import type { DriverShape } from './driver-shape.ts';

const TONE = { left: styles.left, right: styles.right, centre: styles.centre };
/** A number fits into a disc of this half axis. */
const LEAST_NUMBERED_PX = 9;
const LETTER_PX = 5.6;

/** A driver in a view, as its piston, with its number in the order of the outputs. */
export function DriverMark(props: {
  readonly shape: DriverShape;
  readonly number: number;
  readonly id: string;
  readonly tone: keyof typeof TONE;
  readonly frame: ArrayFrame;
  readonly showId: boolean;
  readonly showNumber: boolean;
  readonly isInTheWay?: boolean;
}): ReactNode {
  const { shape, number, id, frame } = props;
  const isRoomy = shape.thinPx >= LEAST_NUMBERED_PX;
  const beyondPx = shape.thinPx + LEAST_NUMBERED_PX;
  const numberAt = isRoomy
    ? { x: shape.x, y: shape.y }
    : { x: shape.x + shape.outward[0] * beyondPx, y: shape.y + shape.outward[1] * beyondPx };
  const lowestPx = Math.hypot(
    shape.thinPx * Math.sin((shape.turnDeg * Math.PI) / 180),
    shape.widePx * Math.cos((shape.turnDeg * Math.PI) / 180),
  );
  const halfPx = (id.length * LETTER_PX) / 2 + 3;
  return (
    <g
      className={classNames(
        TONE[props.tone],
        shape.isBehind && styles.behind,
        props.isInTheWay && styles.inTheWay,
      )}
    >
      <ellipse
        className={styles.driver}
        cx={shape.x}
        cy={shape.y}
        rx={shape.thinPx}
        ry={shape.widePx}
        transform={`rotate(${shape.turnDeg} ${shape.x} ${shape.y})`}
      />
      {props.showNumber && (
        <text className={styles.number} {...numberAt} dy="0.36em" textAnchor="middle" aria-hidden>
          {number}
        </text>
      )}
      {props.showId && (
        <text
          className={styles.id}
          x={Math.min(frame.widthPx - halfPx, Math.max(halfPx, shape.x))}
          y={shape.y + lowestPx + (isRoomy || shape.outward[1] <= 0 ? 12 : 24)}
          textAnchor="middle"
          aria-hidden
        >
          {id}
        </text>
      )}
    </g>
  );
}
