import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSphere } from '../../bench/plain-sphere.ts';
import reference from './fixtures/sphere.json';
import { capWeights } from './legendre.ts';
import { MIN_DISTANCE_RATIO, sphereResponses } from './sphere.ts';
import type { SpherePath } from './sphere.ts';

const C = 343;
/** What the sum promises. */
const SUM_ERROR = 1e-9;
/** The reference is exact to 1e−13; what is left is the sum's tail relative to the deepest shadow in it. */
const REFERENCE_RELATIVE = 1e-6;

function one(radiusM: number, path: SpherePath, hz: number): readonly [number, number] {
  const { re, im } = sphereResponses(radiusM, [path], Float64Array.of(hz), C);
  return [re[0]!, im[0]!];
}

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
const cosDeg = (deg: number) => Math.cos((deg * Math.PI) / 180);

/** Static limit in closed form, g = √(ρ² − 2ρx + 1). */
function staticLimit(ratio: number, x: number): number {
  if (x === 1) return (2 * ratio) / (ratio - 1) - ratio * Math.log(ratio / (ratio - 1));
  const g = Math.sqrt(ratio * ratio - 2 * ratio * x + 1);
  return (2 * ratio) / g - ratio * Math.log((1 - ratio * x + g) / (ratio * (1 - x)));
}

describe('the rigid sphere', () => {
  it.each([
    [0, 2, 1000, -0.837155, 3.100842],
    [135, 3, 2000, -0.418821, 0.153741],
    [180, 5, 8000, -0.445893, 0.493889],
  ])('gives the published value at %i°, ρ = %i, %i Hz', (deg, ratio, hz, re, im) => {
    const value = one(0.09, { distanceM: ratio * 0.09, cosAngle: cosDeg(deg) }, hz);
    // Published to six decimals.
    expect(distance(value, [re, im])).toBeLessThan(1e-6);
  });

  it('agrees with every reference value', () => {
    let worst = 0;
    for (const { radiusM, distanceM, thetaDeg, frequencyHz, value } of reference.points) {
      const ours = one(radiusM, { distanceM, cosAngle: cosDeg(thetaDeg) }, frequencyHz);
      worst = Math.max(worst, distance(ours, value) / Math.hypot(value[0]!, value[1]!));
    }
    expect(worst).toBeLessThan(REFERENCE_RELATIVE);
  });

  it('agrees with the plain sum for any source, angle, frequency and cap', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 45, noNaN: true }),
        fc.double({ min: 1.5, max: 40, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.option(fc.double({ min: 0.05, max: 1.5, noNaN: true }), { nil: undefined }),
        (mu, ratio, cosAngle, cap) => {
          const hz = (mu * C) / (2 * Math.PI);
          const path = { distanceM: ratio, cosAngle, ...(cap !== undefined && { capHalfAngleRad: cap }) };
          const [re, im] = plainSphere(mu, ratio, cosAngle, cap);
          return distance(one(1, path, hz), [re, im]) < SUM_ERROR;
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([MIN_DISTANCE_RATIO, 1.3, 4, 25])('has the closed form as its static limit at ρ = %d', (ratio) => {
    for (const x of [-1, -0.4, 0, 0.7, 1]) {
      const limit = staticLimit(ratio, x);
      expect(distance(one(1, { distanceM: ratio, cosAngle: x }, 0), [limit, 0])).toBeLessThan(SUM_ERROR);
      // Departs in proportion to H and to kr = 2π·1e−8/343·ρ.
      const near = distance(one(1, { distanceM: ratio, cosAngle: x }, 1e-8), [limit, 0]);
      expect(near).toBeLessThan(SUM_ERROR * (1 + Math.abs(limit)) * Math.max(1, ratio));
    }
  });

  it('nears its far-field limit as 1/ρ', () => {
    const hz = 3000;
    for (const cosAngle of [-1, -0.2, 0.5, 1]) {
      const limit = one(0.1, { distanceM: Infinity, cosAngle }, hz);
      const near = distance(one(0.1, { distanceM: 1e3, cosAngle }, hz), limit);
      const far = distance(one(0.1, { distanceM: 1e4, cosAngle }, hz), limit);
      expect(far / near).toBeCloseTo(0.1, 2);
    }
    expect(one(0.1, { distanceM: Infinity, cosAngle: 0.3 }, 0)).toEqual([1, 0]);
  });

  it('is answered at 1.01 radii by anything nearer, finitely', () => {
    const surface = one(0.1, { distanceM: 0.101, cosAngle: 1 }, 5000);
    for (const distanceM of [0, 0.05, 0.1]) {
      expect(one(0.1, { distanceM, cosAngle: 1 }, 5000)).toEqual(surface);
    }
    expect(surface.every(Number.isFinite)).toBe(true);
  });

  it('gives the same values alone and among others', () => {
    const paths: SpherePath[] = [
      { distanceM: 0.3, cosAngle: 0.2 },
      { distanceM: 5, cosAngle: -0.9, capHalfAngleRad: 0.3 },
      { distanceM: 0.3, cosAngle: -1 },
      { distanceM: Infinity, cosAngle: 1 },
    ];
    const frequencies = Float64Array.of(0, 250, 20000);
    const { re, im, bins, rows, columns } = sphereResponses(0.0875, paths, frequencies, C);
    expect([bins, rows, columns]).toEqual([3, 4, 1]);
    frequencies.forEach((hz, bin) =>
      paths.forEach((path, row) => {
        const at = bin * rows + row;
        expect(distance([re[at]!, im[at]!], one(0.0875, path, hz))).toBeLessThan(SUM_ERROR);
      }),
    );
  });
});

describe('caps', () => {
  it('weigh every order by the mean of its polynomial over the cap', () => {
    const alpha = 0.4;
    const x = Math.cos(alpha);
    const weights = capWeights(alpha, 4);
    // ∫ P_n over [x, 1] / (1 − x), by hand.
    const expected = [1, (1 + x) / 2, (x * (1 + x)) / 2, ((1 + x) * (5 * x * x - 1)) / 8];
    expected.forEach((weight, n) => expect(weights[n]).toBeCloseTo(weight, 12));
  });

  it('keep their digits when tiny: a cap of no size is a point', () => {
    for (const weight of capWeights(1e-9, 60)) expect(weight).toBeCloseTo(1, 12);
  });

  it('have the mean of the points they cover', () => {
    const alpha = 0.35;
    const polar = 1.1;
    const path = (cosAngle: number) => ({ distanceM: 0.6, cosAngle });
    // Rings of equal area (midpoint rule in cos) × azimuths (exact for a smooth periodic function).
    const rings = 400;
    const spokes = 24;
    const points: SpherePath[] = [];
    for (let i = 0; i < rings; i++) {
      const x = 1 - ((i + 0.5) / rings) * (1 - Math.cos(alpha));
      for (let s = 0; s < spokes; s++) {
        const azimuth = (2 * Math.PI * (s + 0.5)) / spokes;
        points.push(path(Math.cos(polar) * x + Math.sin(polar) * Math.sqrt(1 - x * x) * Math.cos(azimuth)));
      }
    }
    const { re, im } = sphereResponses(0.09, points, Float64Array.of(2500), C);
    const mean = [re, im].map((part) => part.reduce((sum, value) => sum + value, 0) / points.length);
    const cap = one(0.09, { ...path(Math.cos(polar)), capHalfAngleRad: alpha }, 2500);
    // The midpoint rule's own error with 400 rings.
    expect(distance(cap, mean)).toBeLessThan(2e-7);
  });
});
