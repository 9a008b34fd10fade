import {
  directionOf,
  mountedOn,
  positionOn,
  tidied,
  type Device,
  type Position,
} from '../../../store/arrays.ts';
import type { Vertical } from './array-frame.ts';

/** One press of an arrow key. */
export const KEY_STEP_M = 0.001;
/** Near a sphere's pole a step around it would turn without end: no more than this at once, degrees. */
const MOST_TURN_DEG = 45;

/**
 * Where a driver goes by steps of the arrow keys, in a view: as the arrows point; on a sphere around it and over it, along its
 * surface, in either view.
 * @param right, up steps on the screen
 */
export function stepPlace(
  { baffle, drivers }: Device,
  index: number,
  vertical: Vertical,
  right: number,
  up: number,
  stepM: number,
): Position {
  const { positionM } = drivers[index];
  if (baffle.kind !== 'rigid-sphere')
    return mountedOn(baffle, steppedInView(positionM, vertical, right, up, stepM));
  const degrees = (stepM / baffle.radiusM) * (180 / Math.PI);
  const { azimuthDeg, elevationDeg } = directionOf(positionM);
  const narrowing = Math.cos((elevationDeg * Math.PI) / 180);
  const turnDeg = Math.min(MOST_TURN_DEG, degrees / Math.max(narrowing, 1e-6));
  return positionOn(baffle.radiusM, {
    azimuthDeg: azimuthDeg - right * turnDeg,
    elevationDeg: Math.min(90, Math.max(-90, elevationDeg + up * degrees)),
  });
}

/** A place moved as the arrows point: right on the screen is the audience's right, down from above is to the front. */
export function steppedInView(
  [front, left, height]: Position,
  vertical: Vertical,
  right: number,
  up: number,
  stepM: number,
): Position {
  const moved: Position =
    vertical === 0
      ? [front - up * stepM, left - right * stepM, height]
      : [front, left - right * stepM, height + up * stepM];
  return tidied(moved);
}
