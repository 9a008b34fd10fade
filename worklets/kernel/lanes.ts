// Arithmetic on four Float32 lanes. With relaxed SIMD a product and a sum are one instruction (and one rounding),
// without it two: results agree within Float32 rounding.

@inline
export function mulAdd(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, sum);
  return f32x4.add(sum, f32x4.mul(a, b));
}

@inline
export function mulSubtract(a: v128, b: v128, from: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, from);
  return f32x4.sub(from, f32x4.mul(a, b));
}

/** Lanes a0 b0 a1 b1. */
@inline
export function interleaveLow(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

/** Lanes a2 b2 a3 b3. */
@inline
export function interleaveHigh(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

/** Lanes a0 a1 b0 b1. */
@inline
export function joinLow(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 1, 4, 5);
}

/** Lanes a2 a3 b2 b3. */
@inline
export function joinHigh(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 3, 6, 7);
}
