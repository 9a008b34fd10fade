import { pistonDirectivity } from './bessel.ts';
import { MIN_DISTANCE_RATIO, sphereResponses } from './sphere.ts';
import type { SpherePath } from './sphere.ts';
import type { ComplexMatrices, Device, Driver, Vec3 } from './types.ts';
import { directionOf, dot, FRONT, length, subtract } from './vectors.ts';

/** No point is nearer to a driver than the driver's own radius, and never than this. */
const MIN_DISTANCE_M = 1e-3;
/** A direction within rounding of the plane lies in it. */
const IN_PLANE = -1e-12;

/** A field value at (bin, point, driver) without the spreading: real amplitude, and the path whose phase it carries. */
export interface Ray {
  /** Length of the path, m; in the far field relative to the one from the device's centre. */
  readonly pathM: number;
  readonly amplitude: number;
  /** sin of the angle off the driver's axis times its radius, for a piston; 0 where it plays alike everywhere. */
  readonly pistonM: number;
}

/** Half-angle of the cap that a driver covers on a sphere. */
export function capHalfAngle(driver: Driver, radiusM: number): number {
  return Math.asin(Math.min(1, driver.radiusM / radiusM));
}

/** The path from a driver to a point, `none` and `infinite-plane`. */
export function rayToPoint(device: Device, driver: Driver, pointM: Vec3): Ray {
  const away = subtract(pointM, driver.positionM);
  const exact = length(away);
  const pathM = Math.max(exact, driver.radiusM, MIN_DISTANCE_M);
  if (device.baffle.kind !== 'infinite-plane') return { pathM, amplitude: 1 / pathM, pistonM: 0 };
  if (pointM[0] < 0) return { pathM, amplitude: 0, pistonM: 0 };
  const sine = exact > 0 ? Math.hypot(away[1], away[2]) / exact : 0;
  return { pathM, amplitude: 2 / pathM, pistonM: driver.radiusM * sine };
}

/** The same times r·e^{jkr}. */
export function relativeTo(radiusM: number, { pathM, amplitude, pistonM }: Ray): Ray {
  return { pathM: pathM - radiusM, amplitude: amplitude * radiusM, pistonM };
}

/** The path from a driver into a direction, `none` and `infinite-plane`. */
export function rayToDirection(device: Device, driver: Driver, direction: Vec3): Ray {
  const pathM = -dot(direction, driver.positionM);
  if (device.baffle.kind !== 'infinite-plane') return { pathM, amplitude: 1, pistonM: 0 };
  if (direction[0] < IN_PLANE) return { pathM, amplitude: 0, pistonM: 0 };
  return { pathM, amplitude: 2, pistonM: driver.radiusM * Math.hypot(direction[1], direction[2]) };
}

/** Rays by frequency whose phases are filled in. */
interface Phases {
  readonly wavenumbers: Float64Array;
  readonly paths: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Bins after which turned phases are set anew, and octaves after which doubled ones are: rounding stays below 1e−14. */
const TURNS = 64;
const DOUBLINGS = 5;

/** Spacing of frequencies that lie evenly, else NaN. */
function spacingOf(frequenciesHz: Float64Array): number {
  const first = frequenciesHz[0]!;
  const spacing = (frequenciesHz.at(-1)! - first) / (frequenciesHz.length - 1);
  const slack = 1e-12 * Math.abs(frequenciesHz.at(-1)!);
  return frequenciesHz.every((hz, bin) => Math.abs(hz - first - bin * spacing) <= slack) ? spacing : NaN;
}

/** Bins to the octave of frequencies in equal parts of octaves, else their number: then none is twice another. */
function octaveOf(frequenciesHz: Float64Array): number {
  const bins = frequenciesHz.length;
  const isDouble = (hz: number, low: number): boolean => low > 0 && Math.abs(hz - 2 * low) <= 1e-14 * hz;
  const octave = frequenciesHz.findIndex((hz) => isDouble(hz, frequenciesHz[0]!));
  const isEven = frequenciesHz.every((hz, bin) => bin < octave || isDouble(hz, frequenciesHz[bin - octave]!));
  return octave > 0 && isEven ? octave : bins;
}

/**
 * Rows of rays by drivers as transfers: amplitude · piston(k·a·sin θ) · e^{−jk·path}. On evenly spaced frequencies, as an
 * FFT's are, each phase is the one before turned by a constant angle; an octave up it is the one below squared. Both spare a
 * sine and a cosine.
 */
export function raysToTransfers(
  rays: readonly (readonly Ray[])[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const bins = frequenciesHz.length;
  const flat = rays.flat();
  const re = new Float64Array(bins * flat.length);
  const im = new Float64Array(bins * flat.length);
  const paths = Float64Array.from(flat, ({ pathM }) => pathM);
  const wavenumbers = frequenciesHz.map((hz) => (2 * Math.PI * hz) / speedOfSoundMps);
  const phases: Phases = { wavenumbers, paths, re, im };
  const spacing = spacingOf(frequenciesHz);
  if (Number.isNaN(spacing)) fillOctaves(phases, octaveOf(frequenciesHz));
  else fillEven(phases, (2 * Math.PI * spacing) / speedOfSoundMps);
  scaleRays(flat, phases);
  return { bins, rows: rays.length, columns: rays.length > 0 ? flat.length / rays.length : 0, re, im };
}

function fillExact({ wavenumbers, paths, re, im }: Phases, bin: number): void {
  const k = wavenumbers[bin]!;
  for (let ray = 0, at = bin * paths.length; ray < paths.length; ray++, at++) {
    re[at] = Math.cos(k * paths[ray]!);
    im[at] = -Math.sin(k * paths[ray]!);
  }
}

function fillEven(phases: Phases, turnRadPerM: number): void {
  const { wavenumbers, paths, re, im } = phases;
  const turnRe = paths.map((pathM) => Math.cos(turnRadPerM * pathM));
  const turnIm = paths.map((pathM) => -Math.sin(turnRadPerM * pathM));
  for (let bin = 0, at = 0; bin < wavenumbers.length; bin++) {
    if (bin % TURNS === 0) {
      fillExact(phases, bin);
      at += paths.length;
      continue;
    }
    for (let ray = 0, before = at - paths.length; ray < paths.length; ray++, at++, before++) {
      const x = re[before]!;
      const y = im[before]!;
      re[at] = x * turnRe[ray]! - y * turnIm[ray]!;
      im[at] = x * turnIm[ray]! + y * turnRe[ray]!;
    }
  }
}

function fillOctaves(phases: Phases, octave: number): void {
  const { wavenumbers, paths, re, im } = phases;
  for (let bin = 0; bin < wavenumbers.length; bin++) {
    if (Math.floor(bin / octave) % DOUBLINGS === 0) {
      fillExact(phases, bin);
      continue;
    }
    const end = (bin + 1) * paths.length;
    for (let at = bin * paths.length, below = at - octave * paths.length; at < end; at++, below++) {
      const x = re[below]!;
      const y = im[below]!;
      re[at] = x * x - y * y;
      im[at] = 2 * x * y;
    }
  }
}

/** Unit phases times what each ray carries. */
function scaleRays(flat: readonly Ray[], { wavenumbers, re, im }: Phases): void {
  const amplitudes = Float64Array.from(flat, ({ amplitude }) => amplitude);
  const pistons = Float64Array.from(flat, ({ pistonM }) => pistonM);
  const plays = pistons.some((pistonM) => pistonM > 0);
  for (let bin = 0, at = 0; bin < wavenumbers.length; bin++) {
    const k = wavenumbers[bin]!;
    for (let ray = 0; ray < amplitudes.length; ray++, at++) {
      const piston = plays && pistons[ray]! > 0 ? pistonDirectivity(k * pistons[ray]!) : 1;
      const size = amplitudes[ray]! * piston;
      re[at] = re[at]! * size;
      im[at] = im[at]! * size;
    }
  }
}

/** Paths from the caps of a spherical device to points; the driver's direction is that of its position. */
function capPaths(
  device: Device,
  radiusM: number,
  points: readonly { direction: Vec3; distanceM: number }[],
): SpherePath[] {
  return points.flatMap(({ direction, distanceM }) =>
    device.drivers.map((driver) => ({
      distanceM,
      cosAngle: dot(directionOf(driver.positionM, FRONT), direction),
      capHalfAngleRad: capHalfAngle(driver, radiusM),
    })),
  );
}

/**
 * A spherical device heard at points. A point inside the sphere is answered by the one above it on the surface.
 * @param circleM as in `pressureTransfers`
 */
export function sphereToPoints(
  device: Device,
  radiusM: number,
  pointsM: readonly Vec3[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
  circleM?: number,
): ComplexMatrices {
  const points = pointsM.map((pointM) => ({
    direction: directionOf(pointM, FRONT),
    distanceM: Math.max(length(pointM), MIN_DISTANCE_RATIO * radiusM),
  }));
  const columns = device.drivers.length;
  const paths = capPaths(device, radiusM, points);
  const { re, im, bins } = sphereResponses(radiusM, paths, frequenciesHz, speedOfSoundMps);
  for (let bin = 0; bin < bins; bin++) {
    const k = (2 * Math.PI * frequenciesHz[bin]!) / speedOfSoundMps;
    points.forEach(({ distanceM }, row) => {
      const size = (circleM ?? 1) / distanceM;
      const cosine = Math.cos(k * (distanceM - (circleM ?? 0))) * size;
      const sine = -Math.sin(k * (distanceM - (circleM ?? 0))) * size;
      const first = (bin * points.length + row) * columns;
      for (let at = first; at < first + columns; at++) {
        const real = re[at]!;
        re[at] = real * cosine - im[at]! * sine;
        im[at] = real * sine + im[at]! * cosine;
      }
    });
  }
  return { bins, rows: points.length, columns, re, im };
}

/** A spherical device in the far field. */
export function sphereToDirections(
  device: Device,
  radiusM: number,
  directions: readonly Vec3[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const points = directions.map((direction) => ({ direction, distanceM: Infinity }));
  const paths = capPaths(device, radiusM, points);
  const { re, im, bins } = sphereResponses(radiusM, paths, frequenciesHz, speedOfSoundMps);
  return { bins, rows: points.length, columns: device.drivers.length, re, im };
}
