import { mulAdd, mulSubtract } from './lanes';

// How much of a tile comes from where. The tile's covariance of left and right is explained by uncorrelated sources in
// five directions, hard left to hard right, and a little diffuse sound:
//   Σ = Σ_j v_j d_j d_jᵀ + δI,   d_j = (cos θ_j, sin θ_j),   θ_j = 0°, 22.5°, 45°, 67.5°, 90°.
// The powers v_j grow or shrink by d_jᵀΣ⁻¹RΣ⁻¹d_j / d_jᵀΣ⁻¹d_j (the multiplicative update of the Gaussian likelihood; R
// is the measured covariance), a fixed number of times from a start that favours hard sides and the centre. The centre
// is then the linear estimate of least mean square error, C = ½·v_c·(1, 1)Σ⁻¹(L, R)ᵀ.

const ROUNDS: i32 = 6;
/** δ, as a share of the tile's power. */
const DIFFUSE: f32 = 0.01;
/** Start of the powers: 1 for sides and centre, this for the directions between them, over the sum. */
const BETWEEN: f32 = 0.12;
const START: f32 = 1 / (3 + 2 * BETWEEN);
/** Keeps vanishing powers out of the denormal range. */
const LEAST: f32 = 1e-12;

const COS: f32 = 0.9238795325112867;
const SIN: f32 = 0.3826834323650898;

@inline
function splat(value: f32): v128 {
  return f32x4.splat(value);
}

/** A power after one update; `fit` and `model` are det²·dᵀΣ⁻¹RΣ⁻¹d and det·dᵀΣ⁻¹d. */
@inline
function grown(power: v128, fit: v128, model: v128, det: v128): v128 {
  // Rounding can leave less than nothing of a source that is not there.
  return f32x4.max(f32x4.div(f32x4.mul(power, fit), f32x4.mul(det, model)), splat(LEAST));
}

@inline
function blend(near: v128, far: v128): v128 {
  return mulAdd(splat(COS * COS), near, f32x4.mul(splat(SIN * SIN), far));
}

/**
 * Weights of left and right in the centre of four tiles, stored at `to` and 16 bytes on.
 * @param a ⟨|L|²⟩, @param b ⟨|R|²⟩ and @param c Re⟨LR*⟩ as shares of the tile's power
 */
@inline
export function fitDirections(a: v128, b: v128, c: v128, to: usize): void {
  let left = splat(START);
  let betweenLeft = splat(BETWEEN * START);
  let centre = left;
  let betweenRight = betweenLeft;
  let right = left;
  for (let round = 0; ; round++) {
    const half = mulAdd(splat(0.5), centre, splat(DIFFUSE));
    const s11 = f32x4.add(f32x4.add(left, half), blend(betweenLeft, betweenRight));
    const s22 = f32x4.add(f32x4.add(right, half), blend(betweenRight, betweenLeft));
    const between = f32x4.add(betweenLeft, betweenRight);
    const s12 = mulAdd(splat(COS * SIN), between, f32x4.mul(splat(0.5), centre));
    const det = mulSubtract(s12, s12, f32x4.mul(s11, s22));
    if (round == ROUNDS) {
      const scale = f32x4.div(f32x4.mul(splat(0.5), centre), det);
      v128.store(to, f32x4.mul(scale, f32x4.sub(s22, s12)));
      v128.store(to, f32x4.mul(scale, f32x4.sub(s11, s12)), 16);
      return;
    }
    // adj(Σ)·R·adj(Σ) = (u11, u12; u12, u22), the same for all directions.
    const t11 = mulSubtract(c, s12, f32x4.mul(a, s22));
    const t12 = mulSubtract(a, s12, f32x4.mul(c, s11));
    const t21 = mulSubtract(b, s12, f32x4.mul(c, s22));
    const t22 = mulSubtract(c, s12, f32x4.mul(b, s11));
    const u11 = mulSubtract(s12, t21, f32x4.mul(s22, t11));
    const u12 = mulSubtract(s12, t22, f32x4.mul(s22, t12));
    const u22 = mulSubtract(s12, t12, f32x4.mul(s11, t22));
    const u = f32x4.mul(splat(2 * COS * SIN), u12);
    const s = f32x4.mul(splat(2 * COS * SIN), s12);
    left = grown(left, u11, s22, det);
    right = grown(right, u22, s11, det);
    betweenLeft = grown(betweenLeft, f32x4.add(blend(u11, u22), u), f32x4.sub(blend(s22, s11), s), det);
    betweenRight = grown(betweenRight, f32x4.add(blend(u22, u11), u), f32x4.sub(blend(s11, s22), s), det);
    const fit = mulAdd(splat(0.5), f32x4.add(u11, u22), u12);
    centre = grown(centre, fit, f32x4.sub(f32x4.mul(splat(0.5), f32x4.add(s11, s22)), s12), det);
  }
}
