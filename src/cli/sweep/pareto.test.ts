import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoFront } from './pareto.ts';

type Point = readonly [number, number];

/** By the definition: none is at least as good in both and better in one. */
function slowFront(points: readonly Point[], moreX: boolean, moreY: boolean): number[] {
  const better = (a: Point, b: Point): boolean => {
    const x = (a[0] - b[0]) * (moreX ? 1 : -1);
    const y = (a[1] - b[1]) * (moreY ? 1 : -1);
    return x >= 0 && y >= 0 && x + y > 0;
  };
  return points.map((_, i) => i).filter((i) => points.every((other) => !better(other, points[i]!)));
}

describe('the best compromises', () => {
  it('are those that none betters', () => {
    // Few values, so that twins and ties are common.
    const value = fc.integer({ min: 0, max: 6 });
    const points = fc.array(fc.tuple(value, value), { maxLength: 30 });
    fc.assert(
      fc.property(points, fc.boolean(), fc.boolean(), (all, moreX, moreY) => {
        const front = paretoFront(all, moreX, moreY);
        expect([...front].sort((a, b) => a - b)).toEqual(slowFront(all, moreX, moreY));
        const xs = front.map((index) => all[index]![0]);
        expect(xs).toEqual([...xs].sort((a, b) => a - b));
      }),
    );
  });

  it('leave out designs without a value', () => {
    const points: Point[] = [
      [1, NaN],
      [0, 0],
      [NaN, 9],
    ];
    expect(paretoFront(points, true, true)).toEqual([1]);
  });
});
