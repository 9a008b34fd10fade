import type { Position } from '../../../store/arrays.ts';
import type { Vertical } from './array-frame.ts';
import type { Pointed, Snap } from './drag-place.ts';
import { onGrid } from './on-grid.ts';

/**
 * Within this angle from the middle of a view a driver on a sphere stays under the pointer. Beyond it a view shows the surface so
 * much from the side that a pixel would be centimetres of it: there the driver keeps to the pointer's way along the surface, and
 * comes to the rim when the pointer is an eighth of the radius outside.
 */
const FACING = Math.PI / 3;
/** Of the radius a pointer goes for a radian, from there on: as it did up to there. */
const SLOPE = Math.cos(FACING);

/** How far from the middle a pointer is, in radii, that holds what is at an angle from the middle. */
function reachOf(angle: number): number {
  return angle <= FACING ? Math.sin(angle) : Math.sin(FACING) + (angle - FACING) * SLOPE;
}

function angleAt(reach: number): number {
  if (reach <= Math.sin(FACING)) return Math.asin(reach);
  return Math.min(Math.PI / 2, FACING + (reach - Math.sin(FACING)) / SLOPE);
}

/** Where a pointer has a driver of a sphere in its hold: beyond where it is drawn, near the rim. */
export function gripOnSphere(radiusM: number, positionM: Position, vertical: Vertical): Position {
  const [hiddenM, leftM, alongM] = [positionM[hiddenAxis(vertical)], positionM[1], positionM[vertical]];
  const outM = Math.hypot(leftM, alongM);
  if (outM === 0) return positionM;
  const scale = (radiusM * reachOf(Math.atan2(outM, Math.abs(hiddenM)))) / outM;
  return placed(vertical, scale * leftM, scale * alongM, hiddenM);
}

/**
 * The place on a sphere for a pointer in a view: moves no faster than twice the pointer, on one half of the sphere, and goes around
 * on its rim where the pointer is outside. Snapped, it leaps by the grid alone.
 * @param isBehind on the half that the view does not face
 */
export function dragOnSphere(
  radiusM: number,
  { vertical, leftM, alongM }: Pointed,
  { stepM, pullM }: Snap,
  isBehind: boolean,
): Position {
  const outM = Math.hypot(leftM, alongM);
  const angle = angleAt(outM / radiusM);
  const scale = outM > 0 ? (radiusM * Math.sin(angle)) / outM : 0;
  const [left, along] = [scale * leftM, scale * alongM];
  const side = isBehind ? -1 : 1;
  if (stepM === 0) return placed(vertical, left, along, side * radiusM * Math.cos(angle));
  if (angle <= FACING) {
    const [x, y] = [onGrid(left, stepM), onGrid(along, stepM)];
    return placed(vertical, x, y, side * Math.sqrt(Math.max(0, radiusM ** 2 - x ** 2 - y ** 2)));
  }
  const upM = radiusM * (Math.PI / 2 - angle);
  const elevation = upM < pullM ? 0 : onGrid(upM, stepM) / radiusM;
  const [x, y] = onCircle(radiusM * Math.cos(elevation), [leftM / outM, alongM / outM], stepM);
  return placed(vertical, x, y, side * radiusM * Math.sin(elevation));
}

/** On a circle one coordinate follows from the other: the one that says more of the place is on the grid. */
function onCircle(radiusM: number, [x, y]: readonly [number, number], stepM: number): [number, number] {
  const [small, large] = Math.abs(x) < Math.abs(y) ? [x, y] : [y, x];
  const snapped = onGrid(radiusM * small, stepM);
  const other = Math.sign(large) * Math.sqrt(Math.max(0, radiusM ** 2 - snapped ** 2));
  return Math.abs(x) < Math.abs(y) ? [snapped, other] : [other, snapped];
}

/** The coordinate that a view does not show. */
export function hiddenAxis(vertical: Vertical): 0 | 2 {
  return vertical === 0 ? 2 : 0;
}

function placed(vertical: Vertical, leftM: number, alongM: number, hiddenM: number): Position {
  return vertical === 0 ? [alongM, leftM, hiddenM] : [hiddenM, leftM, alongM];
}
