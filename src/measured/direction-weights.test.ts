import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitVector } from '../acoustics/vectors.ts';
import { directionWeights } from './direction-weights.ts';

function grid(stepDeg: number, elevations: readonly number[]): Float64Array {
  const all = elevations.flatMap((elevationDeg) =>
    Array.from({ length: 360 / stepDeg }, (_, i) => [
      ...unitVector({ azimuthDeg: i * stepDeg, elevationDeg }),
    ]),
  );
  return Float64Array.from(all.flat());
}

const SPHERE = grid(10, [-80, -70, -60, -50, -40, -30, -20, -10, 0, 10, 20, 30, 40, 50, 60, 70, 80]);
const CIRCLE = grid(15, [0]);
const meanOf = (directions: Float64Array, towards: ReturnType<typeof directionWeights>) =>
  [0, 1, 2].map((axis) =>
    towards.indices.reduce((sum, index, i) => sum + towards.weights[i]! * directions[3 * index + axis]!, 0),
  );
const direction = fc.record({
  azimuthDeg: fc.double({ min: -180, max: 180, noNaN: true }),
  elevationDeg: fc.double({ min: -79, max: 79, noNaN: true }),
});

describe('weights of measured directions', () => {
  it('are positive, add up to 1 and point to what is asked for', () => {
    fc.assert(
      fc.property(direction, (asked) => {
        const towards = unitVector(asked);
        const found = directionWeights(SPHERE, towards);
        expect(found.weights.every((weight) => weight >= 0)).toBe(true);
        expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        const mean = meanOf(SPHERE, found);
        const size = Math.hypot(...mean);
        // What is within a cosine of 1 − 1e-12 of a measured direction is taken for it: √2e-12 rad.
        mean.forEach((x, axis) => expect(Math.abs(x / size - towards[axis]!)).toBeLessThan(1.5e-6));
        // Half a diagonal of the grid.
        expect(found.nearestDeg).toBeLessThan(7.1);
      }),
    );
  });

  it('give a measured direction alone, however many times it was measured', () => {
    const twice = Float64Array.of(...SPHERE, ...SPHERE);
    for (const asked of [
      { azimuthDeg: 40, elevationDeg: -10 },
      { azimuthDeg: 0, elevationDeg: 80 },
    ]) {
      const { weights, nearestDeg } = directionWeights(twice, unitVector(asked));
      expect(weights).toEqual([1]);
      expect(nearestDeg).toBeCloseTo(0, 5);
    }
  });

  it('of one plane are those of the arc below', () => {
    const { indices, weights, nearestDeg } = directionWeights(
      CIRCLE,
      unitVector({ azimuthDeg: 20, elevationDeg: 30 }),
    );
    expect([...indices].sort()).toEqual([1, 2]);
    const angle = (deg: number) => Math.sin((deg * Math.PI) / 180);
    const share = angle(10) / (angle(10) + angle(5));
    expect(weights[indices.indexOf(1)]).toBeCloseTo(share, 12);
    expect(nearestDeg).toBeCloseTo(
      (180 / Math.PI) * Math.acos(Math.cos(Math.PI / 6) * Math.cos(Math.PI / 36)),
      9,
    );
  });
});
