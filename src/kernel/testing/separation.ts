/**
 * Signal-to-distortion ratio of an estimate, dB: the estimate is projected on the true signal (its scale is free, nothing
 * else), and whatever the projection leaves is distortion.
 *   target = (⟨e, s⟩/⟨s, s⟩)·s,   SDR = 10·log10(‖target‖² / ‖e − target‖²)
 */
export function sdrDb(estimate: ArrayLike<number>, truth: Float64Array): number {
  const gain = dot(estimate, truth) / dot(truth, truth);
  const target = gain * gain * dot(truth, truth);
  return 10 * Math.log10(target / (dot(estimate, estimate) - target));
}

/**
 * Signal-to-interference ratio, dB: what of the estimate lies in the span of all the stems, split into its projection on
 * the true one and the rest.
 * @param others the stems that should not be heard
 */
export function sirDb(
  estimate: ArrayLike<number>,
  truth: Float64Array,
  others: readonly Float64Array[],
): number {
  const basis: Float64Array[] = [];
  for (const stem of [truth, ...others]) {
    const rest = Float64Array.from(stem);
    for (const axis of basis) subtract(rest, dot(rest, axis), axis);
    const length = Math.sqrt(dot(rest, rest));
    basis.push(rest.map((value) => value / length));
  }
  const [target, ...interference] = basis.map((axis) => dot(estimate, axis) ** 2);
  return 10 * Math.log10(target / interference.reduce((sum, power) => sum + power, 0));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function subtract(from: Float64Array, gain: number, what: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i] -= gain * what[i];
}
