import type { Vec3 } from './types.ts';

/** A direction as seen from the device: azimuth 0° on axis, positive to the audience's left; elevation positive upwards. */
export interface Direction {
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
}

export const FRONT: Vec3 = [1, 0, 0];

export function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function length(a: Vec3): number {
  return Math.sqrt(dot(a, a));
}

export function distance(a: Vec3, b: Vec3): number {
  return length(subtract(a, b));
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Unit vector along `a`; a vector of no length has no direction and answers `otherwise`. */
export function directionOf(a: Vec3, otherwise: Vec3): Vec3 {
  const norm = length(a);
  return norm > 0 ? [a[0] / norm, a[1] / norm, a[2] / norm] : otherwise;
}

export function unitVector({ azimuthDeg, elevationDeg }: Direction): Vec3 {
  const azimuth = (azimuthDeg * Math.PI) / 180;
  const elevation = (elevationDeg * Math.PI) / 180;
  const level = Math.cos(elevation);
  return [level * Math.cos(azimuth), level * Math.sin(azimuth), Math.sin(elevation)];
}
