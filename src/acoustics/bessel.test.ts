import { describe, expect, it } from 'vitest';
import { besselJ1, pistonDirectivity } from './bessel.ts';

/** Bessel's integral (1/π) ∫ cos(τ − x sin τ) dτ over [0, π]; the trapezoid rule is exact to Float64 here. */
function integral(x: number): number {
  const steps = 200 + Math.ceil(2 * Math.abs(x));
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const t = (2 * Math.PI * i) / steps;
    sum += Math.cos(t - x * Math.sin(t));
  }
  return sum / steps;
}

describe('J₁', () => {
  it.each([0, 1e-5, 9.9e-4, 1e-3, 0.1, 1, 3.8317, 8, 30, 120, 700])("is Bessel's integral at %d", (x) => {
    // The integral's own rounding over a few hundred to two thousand terms.
    expect(Math.abs(besselJ1(x) - integral(x))).toBeLessThan(2e-13);
    expect(besselJ1(-x)).toBeCloseTo(-besselJ1(x), 15);
  });

  it('makes the piston 1 on axis and null at 3.8317', () => {
    expect(pistonDirectivity(0)).toBe(1);
    expect(pistonDirectivity(1e-3)).toBeCloseTo(1 - 1.25e-7, 12);
    expect(Math.abs(pistonDirectivity(3.8317059702))).toBeLessThan(1e-10);
  });
});
