import { describe, expect, it } from 'vitest';
import { differenceScale, zoneDifference } from './zone-difference.ts';
import { QUANTITY_SCALES } from './zone-quantities.ts';

/** A plane 10·front + left, which straight lines give back exactly. */
const plane = (frontM: readonly number[], leftM: readonly number[]) => ({
  frontM,
  leftM,
  values: Float32Array.from(frontM.flatMap((front) => leftM.map((left) => 10 * front + left))),
});

describe('the difference of two zones', () => {
  it('is that of the same places, not known where either is not', () => {
    const ours = plane([0, 1], [-1, 0, 1]);
    const theirs = { ...ours, values: Float32Array.of(1, 1, NaN, 1, 1, 1) };
    const mine = { ...ours, values: Float32Array.of(3, NaN, 3, 0, 1, 4) };
    expect(Array.from(zoneDifference(mine, theirs))).toEqual([2, NaN, NaN, -1, 0, 3]);
  });

  it('is read between the places of another map, and ends where that ends', () => {
    const ours = plane([0, 0.3, 0.75, 2], [-0.5, 0.2]);
    const found = Array.from(zoneDifference(ours, plane([0, 0.5, 1, 1.5], [-0.6, 0, 0.6])));
    expect(found.slice(6)).toEqual([NaN, NaN]);
    // Single precision of numbers up to 10.
    for (const value of found.slice(0, 6)) expect(Math.abs(value)).toBeLessThan(1e-5);
  });

  it('is drawn around nothing in every unit, with a neutral step in its middle', () => {
    for (const scale of Object.values(QUANTITY_SCALES)) {
      const { colours, range, step } = differenceScale(scale);
      expect(colours).toBe('sides');
      expect(range[0]).toBe(-range[1]);
      // Edges lie half a step beside whole ones.
      const steps = range[1] / step;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9);
    }
  });
});
