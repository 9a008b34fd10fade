/** Spherical Bessel function j_n(z) by downward recurrence from far above n, normalised with j_0 or j_1. */
function sphericalJ(order: number, z: number): number {
  let above = 0;
  let current = 1e-280;
  let wanted = 0;
  for (let n = Math.ceil(Math.max(order, z) + 8 * Math.cbrt(z)) + 40; n > 0; n--) {
    if (n === order) wanted = current;
    const below = ((2 * n + 1) / z) * current - above;
    above = current;
    current = below;
    if (Math.abs(current) > 1e200) {
      current *= 1e-200;
      above *= 1e-200;
      wanted *= 1e-200;
    }
  }
  if (order === 0) wanted = current;
  const j0 = Math.sin(z) / z;
  const j1 = (j0 - Math.cos(z)) / z;
  return Math.abs(j0) > Math.abs(j1) ? (wanted / current) * j0 : (wanted / above) * j1;
}

/** Spherical Neumann function y_n(z) by upward recurrence. */
function sphericalY(order: number, z: number): number {
  let last = -Math.cos(z) / z;
  let current = last / z - Math.sin(z) / z;
  if (order === 0) return last;
  for (let n = 1; n < order; n++) {
    const next = ((2 * n + 1) / z) * current - last;
    last = current;
    current = next;
  }
  return current;
}

function legendre(order: number, x: number): number {
  let last = 0;
  let current = 1;
  for (let n = 0; n < order; n++) {
    const next = ((2 * n + 1) * x * current - n * last) / (n + 1);
    last = current;
    current = next;
  }
  return current;
}

const hankel = (n: number, z: number) => [sphericalJ(n, z), -sphericalY(n, z)] as const;

/** h_n′(z) = (n/z) h_n − h_{n+1} */
function hankelDerivative(n: number, z: number): readonly [number, number] {
  const [re, im] = hankel(n, z);
  const [nextRe, nextIm] = hankel(n + 1, z);
  return [(n / z) * re - nextRe, (n / z) * im - nextIm];
}

/** Weight of order n for a cap of half-angle α, as the difference of Legendre polynomials that defines it. */
function capWeight(n: number, capHalfAngleRad: number | undefined): number {
  if (capHalfAngleRad === undefined || n === 0) return 1;
  const x = Math.cos(capHalfAngleRad);
  return (legendre(n - 1, x) - legendre(n + 1, x)) / ((2 * n + 1) * (1 - x));
}

/**
 * The rigid sphere's response written as its equation stands, every function evaluated anew for every term:
 *   H(μ, ρ, x) = −(ρ/μ) e^{jμρ} Σ (2n+1) h_n(μρ)/h_n′(μ) P_n(x).
 * The slow, obvious thing that the recurrences are tested and timed against; μ ≥ 0.5 and ρ ≥ 1.5, or y_n overflows.
 */
export function plainSphere(
  mu: number,
  ratio: number,
  cosAngle: number,
  capHalfAngleRad?: number,
): readonly [re: number, im: number] {
  let sumRe = 0;
  let sumIm = 0;
  for (let n = 0; n < 400; n++) {
    const [outerRe, outerIm] = hankel(n, mu * ratio);
    const [innerRe, innerIm] = hankelDerivative(n, mu);
    const scale = (2 * n + 1) / (innerRe * innerRe + innerIm * innerIm);
    const termRe = scale * (outerRe * innerRe + outerIm * innerIm);
    const termIm = scale * (outerIm * innerRe - outerRe * innerIm);
    const weight = legendre(n, cosAngle) * capWeight(n, capHalfAngleRad);
    sumRe += termRe * weight;
    sumIm += termIm * weight;
    if (n > mu && (ratio / mu) * Math.hypot(termRe, termIm) < 1e-12 * (1 - 1 / ratio)) break;
  }
  const re = (-ratio / mu) * Math.cos(mu * ratio);
  const im = (-ratio / mu) * Math.sin(mu * ratio);
  return [re * sumRe - im * sumIm, re * sumIm + im * sumRe];
}
