import { allocateFloats } from './memory';
import { mulAdd, mulSubtract } from './lanes';

// How much of a tile comes from where. The tile's covariance of left and right is explained by uncorrelated sources in
// five directions, hard left to hard right, and a little diffuse sound:
//   Σ = Σ_j v_j d_j d_jᵀ + δI,   d_j = (cos θ_j, sin θ_j),   θ_j = 0°, 22.5°, 45°, 67.5°, 90°.
// The powers v_j grow or shrink by d_jᵀΣ⁻¹RΣ⁻¹d_j / d_jᵀΣ⁻¹d_j (the multiplicative update of the Gaussian likelihood; R
// is the measured covariance), a fixed number of times from a start that favours hard sides and the centre. The centre
// is then the linear estimate of least mean square error, C = ½·v_c·(1, 1)Σ⁻¹(L, R)ᵀ.
//
// For 2×2 matrices, by Cayley and Hamilton, adj(Σ)·R·adj(Σ) = tr(adj(Σ)R)·adj(Σ) − det(Σ)·adj(R); so a power grows by
//   tr(adj(Σ)R)/det(Σ) − d_jᵀadj(R)d_j / d_jᵀadj(Σ)d_j,
// in which the numerators d_jᵀadj(R)d_j stay the same from round to round.

const ROUNDS: i32 = 6;
/** δ, as a share of the tile's power. */
const DIFFUSE: f32 = 0.01;
/** Start of the powers: 1 for sides and centre, this for the directions between them, over the sum. */
const BETWEEN: f32 = 0.12;
const START: f32 = 1 / (3 + 2 * BETWEEN);
/** Keeps vanishing powers out of the denormal range. */
const LEAST: f32 = 1e-12;

/** cos 22.5°·sin 22.5° = ½(cos² 22.5° − sin² 22.5°). */
const SLANT: f32 = 0.3535533905932738;

@inline
function splat(value: f32): v128 {
  return f32x4.splat(value);
}

@inline
function half(value: v128): v128 {
  return f32x4.mul(splat(0.5), value);
}

@inline
function slanted(value: v128): v128 {
  return f32x4.mul(splat(SLANT), value);
}

/** Groups of four tiles that are fitted side by side: a round waits for the round before, but not for its neighbours. */
const GROUPS: usize = 8;
/** Bytes of one quantity of all groups. */
const ROW: usize = 16 * GROUPS;

/** Fits up to 32 tiles at once. */
export class DirectionsFit {
  /** Bytes of the arrays that one call covers at most. */
  readonly reach: usize = ROW;
  /** Weights of left, and a row on of right, in the centre. */
  readonly weights: usize;
  /** ⟨|L|²⟩, ⟨|R|²⟩ and 2Re⟨LR*⟩ as shares of the tile's power, then dᵀadj(R)d of the middle three directions. */
  private measured: usize;
  /** The powers from left to right. */
  private powers: usize;

  constructor() {
    this.weights = allocateFloats(2 * 4 * <i32>GROUPS);
    this.measured = allocateFloats(6 * 4 * <i32>GROUPS);
    this.powers = allocateFloats(5 * 4 * <i32>GROUPS);
  }

  /** Takes four tiles: `a` ⟨|L|²⟩, `b` ⟨|R|²⟩ and `c` Re⟨LR*⟩ as shares of their power; `at` is the group's byte offset. */
  @inline
  put(at: usize, a: v128, b: v128, c: v128): void {
    // Of the hard directions dᵀadj(R)d is b and a.
    const mean = half(f32x4.add(a, b));
    const middle = mulSubtract(splat(2 * SLANT), c, mean);
    const lean = slanted(f32x4.sub(a, b));
    const measured = this.measured + at;
    v128.store(measured, a);
    v128.store(measured, b, ROW);
    v128.store(measured, f32x4.add(c, c), 2 * ROW);
    v128.store(measured, f32x4.sub(middle, lean), 3 * ROW);
    v128.store(measured, f32x4.sub(mean, c), 4 * ROW);
    v128.store(measured, f32x4.add(middle, lean), 5 * ROW);
    const powers = this.powers + at;
    v128.store(powers, splat(START));
    v128.store(powers, splat(BETWEEN * START), ROW);
    v128.store(powers, splat(START), 2 * ROW);
    v128.store(powers, splat(BETWEEN * START), 3 * ROW);
    v128.store(powers, splat(START), 4 * ROW);
  }

  /** All rounds, for the groups below this byte offset. */
  run(bytes: usize): void {
    for (let round = 0; round < ROUNDS; round++) {
      for (let at: usize = 0; at < bytes; at += 16) update(this.measured + at, this.powers + at, 0);
    }
    for (let at: usize = 0; at < bytes; at += 16) {
      update(this.measured + at, this.powers + at, this.weights + at);
    }
  }
}

/** One more round for four tiles; or, where there is a place for `weights`, the estimate's weights from the powers as they are. */
@inline
function update(measured: usize, powers: usize, weights: usize): void {
  const left = v128.load(powers);
  const betweenLeft = v128.load(powers, ROW);
  const centre = v128.load(powers, 2 * ROW);
  const betweenRight = v128.load(powers, 3 * ROW);
  const right = v128.load(powers, 4 * ROW);
  const between = f32x4.add(betweenLeft, betweenRight);
  const common = mulAdd(splat(0.5), f32x4.add(centre, between), splat(DIFFUSE));
  const lean = slanted(f32x4.sub(betweenLeft, betweenRight));
  const s11 = f32x4.add(left, f32x4.add(common, lean));
  const s22 = f32x4.add(right, f32x4.sub(common, lean));
  const s12 = mulAdd(splat(SLANT), between, half(centre));
  const det = mulSubtract(s12, s12, f32x4.mul(s11, s22));
  if (weights != 0) {
    const scale = f32x4.div(half(centre), det);
    v128.store(weights, f32x4.mul(scale, f32x4.sub(s22, s12)));
    v128.store(weights, f32x4.mul(scale, f32x4.sub(s11, s12)), ROW);
    return;
  }
  // dᵀadj(Σ)d of the directions; of the hard ones it is s22 and s11.
  const level = half(f32x4.add(s11, s22));
  const slant = slanted(f32x4.sub(s11, s22));
  const modelCentre = f32x4.sub(level, s12);
  const modelBetween = mulSubtract(splat(2 * SLANT), s12, level);
  const modelBetweenLeft = f32x4.sub(modelBetween, slant);
  const modelBetweenRight = f32x4.add(modelBetween, slant);
  const a = v128.load(measured);
  const b = v128.load(measured, ROW);
  const trace = mulSubtract(v128.load(measured, 2 * ROW), s12, mulAdd(s11, b, f32x4.mul(s22, a)));
  // One division serves two quotients: of 1/(xy), y makes 1/x and x makes 1/y.
  const one = splat(1);
  const ofCentre = f32x4.div(one, f32x4.mul(det, modelCentre));
  const ofSides = f32x4.div(one, f32x4.mul(s11, s22));
  const ofBetween = f32x4.div(one, f32x4.mul(modelBetweenLeft, modelBetweenRight));
  const all = f32x4.mul(trace, f32x4.mul(modelCentre, ofCentre));
  grow(powers, left, mulSubtract(b, f32x4.mul(s11, ofSides), all));
  const fitBetweenLeft = v128.load(measured, 3 * ROW);
  const likeBetweenLeft = mulSubtract(fitBetweenLeft, f32x4.mul(modelBetweenRight, ofBetween), all);
  grow(powers + ROW, betweenLeft, likeBetweenLeft);
  grow(powers + 2 * ROW, centre, mulSubtract(v128.load(measured, 4 * ROW), f32x4.mul(det, ofCentre), all));
  const fitBetweenRight = v128.load(measured, 5 * ROW);
  const likeBetweenRight = mulSubtract(fitBetweenRight, f32x4.mul(modelBetweenLeft, ofBetween), all);
  grow(powers + 3 * ROW, betweenRight, likeBetweenRight);
  grow(powers + 4 * ROW, right, mulSubtract(a, f32x4.mul(s22, ofSides), all));
}

@inline
function grow(to: usize, power: v128, growth: v128): void {
  // Rounding can leave less than nothing of a source that is not there.
  v128.store(to, f32x4.max(f32x4.mul(power, growth), splat(LEAST)));
}
