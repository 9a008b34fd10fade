import { factorCholesky, solveLower, solveUpper } from './cholesky.ts';
import type { BinOffsets, Planes } from './krylov.ts';

/** How near to the cap the search ends: 0.001 dB. */
const NEAR_ENOUGH = 2.3e-4;
const MOST_STEPS = 60;

/**
 * Finds how much of the identity a base matrix needs for the natural filter of A + γI, (A + γI)⁻¹aᴴ, to keep to an effort
 * cap. The effort falls from that of A at γ = 0 to 0 dB at γ → ∞, where the base is the identity. The γ of the bin before
 * is the first guess: neighbours differ little.
 */
export class BaseLoad {
  readonly #drivers: number;
  readonly #lowerRe: Float64Array;
  readonly #lowerIm: Float64Array;
  readonly #wRe: Float64Array;
  readonly #wIm: Float64Array;
  #guess = NaN;
  /** a·w of the last trial. */
  #heard = 0;
  effort = 0;

  constructor(drivers: number) {
    this.#drivers = drivers;
    this.#lowerRe = new Float64Array(drivers * drivers);
    this.#lowerIm = new Float64Array(drivers * drivers);
    this.#wRe = new Float64Array(drivers);
    this.#wIm = new Float64Array(drivers);
  }

  /** Power ratio of bright to mean dark of the natural filter that `find` ended at. */
  ratio(dark: Planes, rows: number, at: BinOffsets): number {
    const n = this.#drivers;
    let power = 0;
    for (let k = 0; k < rows; k++) {
      let re = 0;
      let im = 0;
      for (let i = 0, from = at.dark + k * n; i < n; i++, from++) {
        re += dark.re[from]! * this.#wRe[i]! - dark.im[from]! * this.#wIm[i]!;
        im += dark.re[from]! * this.#wIm[i]! + dark.im[from]! * this.#wRe[i]!;
      }
      power += (re * re + im * im) / rows;
    }
    return power > 0 ? (this.#heard * this.#heard) / power : Infinity;
  }

  /** Writes the natural filter that `find` ended at, bright pressure 1. */
  write(filters: Planes, offset: number): void {
    for (let i = 0; i < this.#drivers; i++) {
      filters.re[offset + i] = this.#wRe[i]! / this.#heard;
      filters.im[offset + i] = this.#wIm[i]! / this.#heard;
    }
  }

  /**
   * The smallest γ within the cap, to 0.001 dB, on its safe side.
   * @param scale where the first search sets out
   */
  find(
    bright: Planes,
    base: Planes,
    at: BinOffsets,
    cap: number,
    scale = this.#meanDiagonal(base, at),
  ): number {
    const excess = (logLoad: number): number =>
      Math.log(this.#effort(bright, base, at, Math.exp(logLoad)) / cap);
    let middle = Number.isNaN(this.#guess) ? Math.log(scale) : this.#guess;
    let left = -Infinity;
    let right = Infinity;
    let leftValue = 0;
    let rightValue = 0;
    for (let step = 0; step < MOST_STEPS; step++) {
      const value = excess(middle);
      if (value > 0) [left, leftValue] = [middle, value];
      else [right, rightValue] = [middle, value];
      if (value <= 0 && value > -NEAR_ENOUGH) break;
      if (right === Infinity) middle += 1;
      else if (left === -Infinity) middle -= 1;
      else if (step % 3 === 2) middle = (left + right) / 2;
      // Aims a little below the cap, so that the search ends on the safe side.
      else
        middle =
          left + ((right - left) * (leftValue + NEAR_ENOUGH / 2)) / (leftValue - rightValue + NEAR_ENOUGH);
    }
    if (middle !== right) this.#effort(bright, base, at, Math.exp(right));
    this.#guess = right;
    return Math.exp(right);
  }

  #meanDiagonal(base: Planes, at: BinOffsets): number {
    const n = this.#drivers;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += base.re[at.base + i * n + i]! / n;
    return sum;
  }

  #effort(bright: Planes, base: Planes, at: BinOffsets, load: number): number {
    const n = this.#drivers;
    for (let i = 0; i < n * n; i++) {
      this.#lowerRe[i] = base.re[at.base + i]!;
      this.#lowerIm[i] = base.im[at.base + i]!;
    }
    let bright2 = 0;
    for (let i = 0; i < n; i++) {
      this.#lowerRe[i * n + i]! += load;
      const re = (this.#wRe[i] = bright.re[at.bright + i]!);
      const im = (this.#wIm[i] = -bright.im[at.bright + i]!);
      bright2 += re * re + im * im;
    }
    factorCholesky(this.#lowerRe, this.#lowerIm, n);
    solveLower(this.#lowerRe, this.#lowerIm, n, this.#wRe, this.#wIm);
    // a·w is the squared norm of L⁻¹aᴴ.
    let heard = 0;
    for (let i = 0; i < n; i++) heard += this.#wRe[i]! ** 2 + this.#wIm[i]! ** 2;
    solveUpper(this.#lowerRe, this.#lowerIm, n, this.#wRe, this.#wIm);
    let work = 0;
    for (let i = 0; i < n; i++) work += this.#wRe[i]! ** 2 + this.#wIm[i]! ** 2;
    this.#heard = heard;
    this.effort = (bright2 * work) / (heard * heard);
    return this.effort;
  }
}
