/** Below this the first two terms of the series are exact to Float64. */
const SMALL_ARGUMENT = 1e-3;

/**
 * Bessel function J₁(x) by Miller's downward recurrence J_{n−1} = (2n/x) J_n − J_{n+1}, normalised with
 * J_0 + 2 Σ J_{2k} = 1. Error ≤ 1e−13; work grows with |x|.
 */
export function besselJ1(x: number): number {
  const z = Math.abs(x);
  if (z < SMALL_ARGUMENT) return (x / 2) * (1 - (x * x) / 8);
  // Past this order J_n has fallen below the last digit of J_1.
  const start = 2 * Math.ceil((z + 8 * Math.cbrt(z) + 14) / 2);
  let above = 0;
  let current = 1e-250;
  let evenSum = 0;
  for (let n = start; n > 1; n--) {
    if (n % 2 === 0) evenSum += current;
    const below = ((2 * n) / z) * current - above;
    above = current;
    current = below;
  }
  const zeroth = (2 / z) * current - above;
  return (Math.sign(x) * current) / (zeroth + 2 * evenSum);
}

/** Directivity of a circular piston in a baffle, 2 J₁(x)/x with x = ka sin θ; 1 on axis, first null at x = 3.8317. */
export function pistonDirectivity(x: number): number {
  return Math.abs(x) < SMALL_ARGUMENT ? 1 - (x * x) / 8 : (2 * besselJ1(x)) / x;
}
