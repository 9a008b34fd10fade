import type { Baffle, Device, Vec3 } from '../../acoustics/types.ts';
import { unitVector, type Direction } from '../../acoustics/vectors.ts';

export type { Direction };

/** Baffles that can be had of any device; a measured one is that of one device. */
export type BaffleKind = Exclude<Baffle['kind'], 'measured'>;

const DEFAULT_SPHERE_RADIUS_M = 0.09;
/** Six decimals of a metre: finer than any drawing, coarse enough to leave no binary residue. */
const METRE_GRID = 1e6;

/** Direction of a position from the device's centre; straight ahead for the centre itself. */
export function directionOf([front, left, up]: Vec3): Direction {
  const degrees = 180 / Math.PI;
  return {
    azimuthDeg: Math.atan2(left, front) * degrees,
    elevationDeg: Math.atan2(up, Math.hypot(front, left)) * degrees,
  };
}

/** The place in a direction on a sphere. */
export function positionOn(radiusM: number, direction: Direction): Vec3 {
  const [front, left, up] = unitVector(direction);
  return tidied([radiusM * front, radiusM * left, radiusM * up]);
}

/** A length to the micrometre, the same on either side of zero: what is symmetric stays so exactly. */
export function tidyMetres(valueM: number): number {
  const rounded = (Math.sign(valueM) * Math.round(Math.abs(valueM) * METRE_GRID)) / METRE_GRID;
  return rounded === 0 ? 0 : rounded;
}

export function tidied([front, left, up]: Vec3): Vec3 {
  return [tidyMetres(front), tidyMetres(left), tidyMetres(up)];
}

/** A position on a baffle: on a sphere in its direction, into a plane straight along the front axis. */
export function mountedOn(baffle: Baffle, position: Vec3): Vec3 {
  if (baffle.kind === 'rigid-sphere') return positionOn(baffle.radiusM, directionOf(position));
  return baffle.kind === 'infinite-plane' ? [0, position[1], position[2]] : position;
}

/**
 * The device on another baffle. Its drivers are moved onto the new surface: out of a sphere each in its direction, otherwise
 * straight to the front, so that a row of drivers stays a row as seen from the audience.
 */
export function deviceOn(baffle: Baffle, device: Device): Device {
  const isRow = device.baffle.kind !== 'rigid-sphere';
  const drivers = device.drivers.map((driver) => ({
    ...driver,
    positionM:
      baffle.kind === 'rigid-sphere' && isRow
        ? pushedOnto(baffle.radiusM, driver.positionM)
        : mountedOn(baffle, driver.positionM),
  }));
  return { baffle, drivers };
}

/** A baffle of this kind for a device; a sphere keeps its radius, or is made as large as the drivers' farthest. */
export function baffleOfKind(kind: BaffleKind, { baffle, drivers }: Device): Baffle {
  if (kind !== 'rigid-sphere') return { kind };
  if (baffle.kind === 'rigid-sphere') return baffle;
  const farthestM = Math.max(...drivers.map(({ positionM }) => Math.hypot(...positionM)));
  return { kind, radiusM: farthestM > 0 ? tidyMetres(farthestM) : DEFAULT_SPHERE_RADIUS_M };
}

/** Along the front axis onto a sphere; what is too far to the side for that goes to its edge. */
function pushedOnto(radiusM: number, [front, left, up]: Vec3): Vec3 {
  const asideM = Math.hypot(left, up);
  if (asideM >= radiusM) return positionOn(radiusM, directionOf([0, left, up]));
  const depthM = Math.sqrt(radiusM ** 2 - asideM ** 2);
  return [tidyMetres(front < 0 ? -depthM : depthM), left, up];
}
