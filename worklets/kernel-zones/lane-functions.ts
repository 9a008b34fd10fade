// Functions of four Float32 lanes, as polynomials fitted to the least largest error.
import { mulAdd } from '../kernel/lanes';

/** sin 2πx for −½ ≤ x ≤ ½; error ≤ 4e−7. */
@inline
export function sineOfTurns(x: v128): v128 {
  const y = f32x4.mul(x, x);
  let sum = mulAdd(f32x4.splat(-12.473666), y, f32x4.splat(41.344396));
  sum = mulAdd(sum, y, f32x4.splat(-76.614807));
  sum = mulAdd(sum, y, f32x4.splat(81.599973));
  sum = mulAdd(sum, y, f32x4.splat(-41.34159));
  sum = mulAdd(sum, y, f32x4.splat(6.283185));
  return f32x4.mul(sum, x);
}

/** cos 2πx for −½ ≤ x ≤ ½; error ≤ 8e−7. */
@inline
export function cosineOfTurns(x: v128): v128 {
  const y = f32x4.mul(x, x);
  let sum = mulAdd(f32x4.splat(-21.076773), y, f32x4.splat(58.794033));
  sum = mulAdd(sum, y, f32x4.splat(-85.272396));
  sum = mulAdd(sum, y, f32x4.splat(64.928727));
  sum = mulAdd(sum, y, f32x4.splat(-19.738983));
  return mulAdd(sum, y, f32x4.splat(0.9999992));
}

/** log₂ x for x > 0, normal; error ≤ 1.1e−5. */
@inline
export function logarithm(x: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_s(x, 23), i32x4.splat(127));
  const mantissa = v128.or(v128.and(x, i32x4.splat(0x7fffff)), i32x4.splat(0x3f800000));
  const t = f32x4.sub(mantissa, f32x4.splat(1));
  let sum = mulAdd(f32x4.splat(-0.035385655), t, f32x4.splat(0.14841023));
  sum = mulAdd(sum, t, f32x4.splat(-0.30511978));
  sum = mulAdd(sum, t, f32x4.splat(0.46991987));
  sum = mulAdd(sum, t, f32x4.splat(-0.7205197));
  sum = mulAdd(sum, t, f32x4.splat(1.4426848));
  return mulAdd(sum, t, f32x4.convert_i32x4_s(exponent));
}

@inline
export function sumOfLanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}
