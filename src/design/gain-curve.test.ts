import { describe, expect, it } from 'vitest';
import { evaluateGainCurve, gainDbAt } from './gain-curve.ts';

describe('gain curve', () => {
  const curve = [
    [100, 0],
    [400, 10],
    [800, -2],
  ] as const;

  it('is linear in dB over log frequency', () => {
    expect(gainDbAt(curve, 200)).toBeCloseTo(5, 12);
    expect(gainDbAt(curve, 400 * Math.SQRT2)).toBeCloseTo(4, 12);
  });

  it('meets its points and is held flat beyond its ends', () => {
    expect([...evaluateGainCurve(curve, Float64Array.of(0, 100, 400, 800, 24000))]).toEqual([
      0, 0, 10, -2, -2,
    ]);
  });
});
