import type { KrylovReduction } from './krylov.ts';

/** λ is searched up to this many times 1/trace(T): a hard null in double precision, and (I + λT) still well solved. */
const HARDEST = 1e12;
/** Relative accuracy of ratio and effort in the search: 4e−9 dB. */
const TOLERANCE = 1e-9;
const MOST_STEPS = 200;
/**
 * With a base matrix a target beyond reach is answered by 95 % (in dB) of what steering can add to the natural ratio: the
 * last bit would cost all that the base stands for, and filters that jump from bin to bin.
 */
const SETTLED = 0.95;

/** Ratio and effort of one reduced bin as functions of λ, and the λ that a target asks for. */
export class LambdaSearch {
  /** Coordinates (I + λT)⁻¹e₁ of the last λ evaluated. */
  readonly y: Float64Array;
  ratio = 0;
  effort = 0;
  readonly #pivot: Float64Array;

  constructor(readonly reduction: KrylovReduction) {
    this.y = new Float64Array(reduction.drivers);
    this.#pivot = new Float64Array(reduction.drivers);
  }

  /**
   * The λ of the problem: the smallest that reaches the target, or where its effort passes the cap, the largest below it
   * that does not. Leaves y, ratio and effort there.
   * @param target power ratio, `cap` effort as a power ratio
   * @param plain A = I: effort grows with λ (with another base it may first fall)
   * @returns NaN when every λ is over the cap
   */
  solve(target: number, cap: number, plain: boolean): number {
    const lambda = this.#reaching(target, plain);
    if (this.effort <= cap * (1 + TOLERANCE)) return lambda;
    const within = plain ? 0 : this.#largestWithin(cap, lambda);
    if (Number.isNaN(within)) return within;
    const capped = within === lambda ? lambda : this.#crossing(within, lambda, () => this.effort / cap);
    this.evaluate(capped);
    return capped;
  }

  /** Smallest λ whose ratio is the target; the hardest where none is, or with a base matrix the one that settles. */
  #reaching(target: number, plain: boolean): number {
    this.evaluate(0);
    if (this.ratio >= target) return 0;
    const natural = this.ratio;
    const hardest = HARDEST / this.#trace();
    if (plain && this.reduction.darkRows === 1) {
      const exact = Math.min(hardest, this.#closedForm(target));
      this.evaluate(exact);
      return exact;
    }
    this.evaluate(hardest);
    if (plain && this.ratio <= target) return hardest;
    const settled = plain ? target : Math.min(target, natural * (this.ratio / natural) ** SETTLED);
    const lambda = this.#crossing(0, hardest, () => this.ratio / settled);
    this.evaluate(lambda);
    return lambda;
  }

  /** A λ below `high` within the cap, the largest of a row of trials half a decade apart; NaN when there is none. */
  #largestWithin(cap: number, high: number): number {
    const scale = 1 / this.#trace();
    for (let exponent = 6; exponent >= -4; exponent -= 0.5) {
      const trial = scale * 10 ** exponent;
      if (trial >= high) continue;
      this.evaluate(trial);
      if (this.effort <= cap) return trial;
    }
    this.evaluate(0);
    return this.effort <= cap * (1 + TOLERANCE) ? 0 : NaN;
  }

  /** Fills y, ratio and effort at one λ, in O(m). */
  evaluate(lambda: number): void {
    const { size: m, diagonal, offDiagonal } = this.reduction;
    const { y } = this;
    // Forward elimination of the symmetric tridiagonal I + λT; its right side is e₁.
    this.#pivot[0] = 1 + lambda * diagonal[0]!;
    y[0] = 1;
    for (let i = 1; i < m; i++) {
      const off = lambda * offDiagonal[i - 1]!;
      const factor = off / this.#pivot[i - 1]!;
      this.#pivot[i] = 1 + lambda * diagonal[i]! - factor * off;
      y[i] = -factor * y[i - 1]!;
    }
    y[m - 1]! /= this.#pivot[m - 1]!;
    for (let i = m - 2; i >= 0; i--) y[i] = (y[i]! - lambda * offDiagonal[i]! * y[i + 1]!) / this.#pivot[i]!;
    this.#measure();
  }

  #measure(): void {
    const { size: m, diagonal, offDiagonal, gram, brightPower, whitenedPower } = this.reduction;
    const { y } = this;
    let dark = 0;
    let drive = 0;
    for (let i = 0; i < m; i++) {
      dark += diagonal[i]! * y[i]! ** 2;
      if (i > 0) dark += 2 * offDiagonal[i - 1]! * y[i]! * y[i - 1]!;
      for (let j = 0; j < m; j++) drive += y[i]! * gram[i * m + j]! * y[j]!;
    }
    const bright = y[0]! ** 2;
    this.ratio = dark > 0 ? (whitenedPower * bright) / dark : Infinity;
    this.effort = (brightPower * drive) / (whitenedPower * bright);
  }

  #trace(): number {
    let sum = 0;
    for (let i = 0; i < this.reduction.size; i++) sum += this.reduction.diagonal[i]!;
    return sum;
  }

  /**
   * One dark row and A = I: λ = (√T·|r| − α)/(αβ − |r|²), in the terms of the reduction
   * (T₁₁ = |r|²/α, ‖b‖² = T₁₁ + T₂₂).
   */
  #closedForm(target: number): number {
    const { diagonal, size, whitenedPower: alpha } = this.reduction;
    if (size < 2) return Infinity;
    const cross = Math.sqrt(alpha * diagonal[0]!);
    return (Math.sqrt(target) * cross - alpha) / (alpha * diagonal[1]!);
  }

  /**
   * λ between a low one, at which a quantity is below one, and a high one at which it is above: false position over log λ
   * with the Illinois rule, every fourth step a bisection; about eight steps.
   */
  #crossing(low: number, high: number, quantity: () => number): number {
    const at = (logLambda: number): number => {
      this.evaluate(Math.exp(logLambda));
      return Math.log(quantity());
    };
    let right = Math.log(high);
    let rightValue = at(right);
    let left = low > 0 ? Math.log(low) : Math.min(right, -Math.log(this.#trace())) - Math.log(HARDEST);
    let leftValue = at(left);
    let side = 0;
    for (let step = 0; step < MOST_STEPS && leftValue < 0; step++) {
      const useful = step % 4 !== 3 && Number.isFinite(rightValue);
      const middle = useful
        ? (left * rightValue - right * leftValue) / (rightValue - leftValue)
        : (left + right) / 2;
      const value = at(middle);
      if (Math.abs(value) < TOLERANCE || right - left < TOLERANCE) return Math.exp(middle);
      if (value < 0) {
        left = middle;
        leftValue = value;
        if (side === -1) rightValue /= 2;
        side = -1;
      } else {
        right = middle;
        rightValue = value;
        if (side === 1) leftValue /= 2;
        side = 1;
      }
    }
    return Math.exp(left);
  }
}
