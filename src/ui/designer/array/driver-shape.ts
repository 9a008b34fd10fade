import type { Baffle, Driver, Position } from '../../../store/arrays.ts';
import type { ArrayFrame } from './array-frame.ts';

/** A piston as a view shows it: a disc, seen at the angle at which its baffle holds it; in a sphere let in up to its rim. */
export interface DriverShape {
  readonly x: number;
  readonly y: number;
  /** Half axes; `thinPx` along the direction that it faces. */
  readonly thinPx: number;
  readonly widePx: number;
  /** Where it faces on the screen, degrees clockwise from the right. */
  readonly turnDeg: number;
  /** The same as a unit vector; upwards where it faces the viewer. */
  readonly outward: readonly [x: number, y: number];
  /** On the far side of the device. */
  readonly isBehind: boolean;
}

/** Seen on edge, a piston is still this thick; the smallest is still this wide. */
const LEAST_THIN_PX = 3;
const LEAST_WIDE_PX = 4;

/** Without a baffle, or as measured, a driver may face anywhere, and is as round in every view. */
export function driverShape({ positionM, radiusM }: Driver, baffle: Baffle, frame: ArrayFrame): DriverShape {
  const [x, y] = frame.at(letIn(positionM, radiusM, baffle));
  const radiusPx = radiusM * frame.pxPerM;
  const widePx = Math.max(LEAST_WIDE_PX, radiusPx);
  const normal = normalOf(positionM, baffle);
  if (!normal) return { x, y, thinPx: widePx, widePx, turnDeg: 0, outward: [0, -1], isBehind: false };
  const facing = frame.vertical === 0 ? normal[2] : normal[0];
  const across = [-normal[1], frame.vertical === 0 ? normal[0] : -normal[2]] as const;
  const sideways = Math.hypot(...across);
  const outward =
    sideways < 1e-6 ? ([0, -1] as const) : ([across[0] / sideways, across[1] / sideways] as const);
  return {
    x,
    y,
    thinPx: Math.max(LEAST_THIN_PX, radiusPx * Math.abs(facing)),
    widePx,
    turnDeg: (Math.atan2(outward[1], outward[0]) * 180) / Math.PI,
    outward,
    isBehind: facing < -1e-6,
  };
}

/** Centre of the disc that a cap of a sphere is cut off by. */
function letIn(positionM: Position, radiusM: number, baffle: Baffle): Position {
  if (baffle.kind !== 'rigid-sphere' || radiusM >= baffle.radiusM) return positionM;
  const depth = Math.sqrt(1 - (radiusM / baffle.radiusM) ** 2);
  return [depth * positionM[0], depth * positionM[1], depth * positionM[2]];
}

function normalOf(positionM: Position, baffle: Baffle): Position | null {
  if (baffle.kind === 'infinite-plane') return [1, 0, 0];
  const distanceM = Math.hypot(...positionM);
  if (baffle.kind !== 'rigid-sphere' || distanceM === 0) return null;
  return [positionM[0] / distanceM, positionM[1] / distanceM, positionM[2] / distanceM];
}

/** Half the distance to the nearest other driver on the screen: a finger's target must not cover the next one's. */
export function freeRadiusPx(shapes: readonly DriverShape[], index: number, mostPx: number): number {
  const { x, y } = shapes[index];
  const apartPx = shapes.map((other, at) => (at === index ? Infinity : Math.hypot(other.x - x, other.y - y)));
  const nearestPx = Math.min(...apartPx.filter((px) => px > 2), Infinity);
  return Math.min(mostPx, nearestPx / 2);
}

/** Whether one on the far side has another in front of it, which is then the one that is taken hold of. */
export function isHidden(shapes: readonly DriverShape[], index: number): boolean {
  const { x, y, widePx, isBehind } = shapes[index];
  return isBehind && shapes.some((other) => !other.isBehind && Math.hypot(other.x - x, other.y - y) < widePx);
}
