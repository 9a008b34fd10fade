import type { Device, Driver, Vec3 } from '../../acoustics/types.ts';
import { cross, distance, dot, length } from '../../acoustics/vectors.ts';

/** Two drivers may reach into each other by this much: drawings are rounded to millimetres. */
const TOUCHING_TOLERANCE_M = 0.001;

/** Two drivers that would have to be in one place. */
export interface Overlap {
  /** The later of the two in the design's order. */
  readonly index: number;
  readonly other: number;
  /** How far the one reaches into the other, metres; on a sphere along its surface. */
  readonly byM: number;
}

/**
 * The first pair of drivers that reach into each other by more than a millimetre: caps on a sphere, pistons in a plane; without a
 * baffle, where a driver may face anywhere, balls of their radius. A driver that lies wholly within a larger one is clear of
 * it when their bands share no frequency: a tweeter in a woofer's centre.
 * @param device drivers that lie on their baffle, on a sphere smaller than it
 */
export function firstOverlap({ baffle, drivers }: Device): Overlap | null {
  const sphereM = baffle.kind === 'rigid-sphere' ? baffle.radiusM : null;
  for (let index = 1; index < drivers.length; index++) {
    for (let other = 0; other < index; other++) {
      const byM = overlapM(drivers[index]!, drivers[other]!, sphereM);
      if (byM > TOUCHING_TOLERANCE_M) return { index, other, byM };
    }
  }
  return null;
}

function overlapM(a: Driver, b: Driver, sphereM: number | null): number {
  const apartM = distanceM(a.positionM, b.positionM, sphereM);
  const [reachA, reachB] = [reachM(a, sphereM), reachM(b, sphereM)];
  const isWithin = apartM <= Math.abs(reachA - reachB) + TOUCHING_TOLERANCE_M && reachA !== reachB;
  return isWithin && haveApartBands(a, b) ? 0 : reachA + reachB - apartM;
}

/** Radius of a driver, along the surface it is in. */
function reachM({ radiusM }: Driver, sphereM: number | null): number {
  return sphereM === null ? radiusM : sphereM * Math.asin(radiusM / sphereM);
}

/** Between two places; on a sphere along its surface, by the angle from sine and cosine, which is exact at either end. */
function distanceM(a: Vec3, b: Vec3, sphereM: number | null): number {
  return sphereM === null ? distance(a, b) : sphereM * Math.atan2(length(cross(a, b)), dot(a, b));
}

function haveApartBands({ bandHz: a }: Driver, { bandHz: b }: Driver): boolean {
  return a !== undefined && b !== undefined && (a[1] <= b[0] || b[1] <= a[0]);
}
