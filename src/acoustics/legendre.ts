/**
 * Legendre polynomials P_0(x) … P_{count−1}(x) by (n+1) P_{n+1} = (2n+1) x P_n − n P_{n−1}, stable on [−1, 1].
 * Writes to `out[start + n]`.
 */
export function fillLegendre(x: number, count: number, out: Float64Array, start = 0): void {
  let previous = 0;
  let current = 1;
  for (let n = 0; n < count; n++) {
    out[start + n] = current;
    const next = ((2 * n + 1) * x * current - n * previous) / (n + 1);
    previous = current;
    current = next;
  }
}

/**
 * Mean of P_n over a spherical cap of half-angle α, relative to P_n(1) = 1 in its middle: the factor that turns term n of a
 * point on a sphere into that of a cap that moves as one,
 *   c_n = [P_{n−1}(x) − P_{n+1}(x)] / ((2n+1)(1 − x)) = (1 + x) P_n′(x) / (n(n+1)),  x = cos α,  c_0 = 1.
 * The second form has no difference of like numbers, so small caps keep their digits.
 */
export function capWeights(halfAngleRad: number, count: number): Float64Array {
  const x = Math.cos(halfAngleRad);
  const legendre = new Float64Array(count);
  fillLegendre(x, count, legendre);
  const weights = new Float64Array(count).fill(1);
  let beforeLast = 0;
  let last = 1;
  for (let n = 1; n < count; n++) {
    weights[n] = ((1 + x) * last) / (n * (n + 1));
    const next = beforeLast + (2 * n + 1) * legendre[n]!;
    beforeLast = last;
    last = next;
  }
  return weights;
}
