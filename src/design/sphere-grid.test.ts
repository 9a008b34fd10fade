import { describe, expect, it } from 'vitest';
import { horizontalRow, sphereGrid, sphericalMean, verticalOrbit } from './sphere-grid.ts';

const grid = sphereGrid();
const onGrid = (power: (front: number, left: number, up: number) => number): Float64Array =>
  Float64Array.from(grid.directions, ([front, left, up]) => power(front, left, up));
/** Directivity index towards the front of a pressure pattern over the cosine of the angle from the axis, dB. */
const indexDb = (pattern: (cosine: number) => number): number =>
  10 * Math.log10(pattern(1) ** 2 / sphericalMean(onGrid((front) => pattern(front) ** 2)));

describe('the mean over the sphere at steps of 5°', () => {
  it.each([
    ['omnidirectional', 0, () => 1],
    ['cardioid', 4.77, (x: number) => (1 + x) / 2],
    ['dipole', 4.77, (x: number) => x],
    ['supercardioid', 5.72, (x: number) => 0.366 + 0.634 * x],
    ['hypercardioid', 6.02, (x: number) => (1 + 3 * x) / 4],
    ['cos θ(1 + cos θ)/2', 8.75, (x: number) => (x * (1 + x)) / 2],
  ])('gives the published directivity index of a pattern: %s %f dB', (_, publishedDb, pattern) => {
    // Published to two decimals.
    expect(Math.abs(indexDb(pattern) - publishedDb)).toBeLessThan(0.01);
  });

  it('is exact for polynomials: a cardioid is 3, a second-order cardioid product 15/2', () => {
    expect(indexDb((x) => (1 + x) / 2)).toBeCloseTo(10 * Math.log10(3), 10);
    expect(indexDb((x) => (x * (1 + x)) / 2)).toBeCloseTo(10 * Math.log10(7.5), 10);
  });

  it('does not depend on where a pattern is turned to', () => {
    const lobe = (cosine: number) => ((1 + cosine) / 2) ** 8;
    const means = [
      onGrid((front) => lobe(front)),
      onGrid((_, left) => lobe(left)),
      onGrid((_front, _left, up) => lobe(up)),
      onGrid((front, left, up) => lobe((front + left + up) / Math.sqrt(3))),
    ].map(sphericalMean);
    // ∫ over the sphere of ((1+x)/2)^8 is 1/9; degree 8 is within what the weights are exact for.
    means.forEach((mean) => expect(mean).toBeCloseTo(1 / 9, 12));
  });
});

describe('the orbits', () => {
  it('go around from behind through the axis to behind', () => {
    const turns = Array.from({ length: 72 }, (_, i) => ((5 * i - 180) * Math.PI) / 180);
    const around = horizontalRow(onGrid((front, left) => 10 * front + left));
    const over = verticalOrbit(onGrid((front, _, up) => 10 * front + up));
    turns.forEach((turn, i) => {
      const expected = 10 * Math.cos(turn) + Math.sin(turn);
      expect(around[i]).toBeCloseTo(expected, 10);
      expect(over[i]).toBeCloseTo(expected, 10);
    });
  });
});
