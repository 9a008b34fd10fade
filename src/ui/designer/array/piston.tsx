import type { ReactNode } from 'react';
import type { DriverShape } from './driver-shape.ts';

/** The outline of a piston as a view shows it. */
export function Piston(props: {
  readonly shape: DriverShape;
  readonly className: string | undefined;
  /** How far outside of its edge, px. */
  readonly beyondPx?: number;
}): ReactNode {
  const { x, y, thinPx, widePx, turnDeg } = props.shape;
  const beyondPx = props.beyondPx ?? 0;
  return (
    <ellipse
      className={props.className}
      cx={x}
      cy={y}
      rx={thinPx + beyondPx}
      ry={widePx + beyondPx}
      transform={`rotate(${turnDeg} ${x} ${y})`}
    />
  );
}
