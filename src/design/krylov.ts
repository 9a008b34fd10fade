import { factorCholesky, solveLower, solveUpper } from './cholesky.ts';

/** A residual this small against the matrix's own size is rounding: the space is complete. */
const BREAKDOWN = 1e-13;

/**
 * One bin of the target-ratio problem, reduced so that every trial value of λ costs a few multiplications.
 *
 * All solutions (A + λD)⁻¹aᴴ, D = BᴴB/K, lie in one small space: with A = LLᴴ, ã = a·L⁻ᴴ and D̃ = L⁻¹DL⁻ᴴ it is
 * span{ãᴴ, D̃ãᴴ, D̃²ãᴴ, …}, of dimension m ≤ min(N, K + 1). The Lanczos recurrence builds an orthonormal basis Q of it in
 * which D̃ is a real tridiagonal T, so w(λ) ∝ L⁻ᴴQ(I + λT)⁻¹e₁. (Lanczos 1950; fully reorthogonalised, as m is small.)
 * The object is allocated once and reduced bin after bin.
 */
export class KrylovReduction {
  /** Dimension reached. */
  size = 0;
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  /** L⁻ᴴQ, (m, N) row-major: basis vector i at `i * drivers`. */
  readonly basisRe: Float64Array;
  readonly basisIm: Float64Array;
  /** Re(basisᴴ·basis), (m, m): ‖w‖² of real coordinates y is yᵀ·gram·y. Identity without a base matrix. */
  readonly gram: Float64Array;
  /** ‖a‖² and ‖ã‖². */
  brightPower = 0;
  whitenedPower = 0;

  readonly #qRe: Float64Array;
  readonly #qIm: Float64Array;
  readonly #rowsRe: Float64Array;
  readonly #rowsIm: Float64Array;
  readonly #lowerRe: Float64Array;
  readonly #lowerIm: Float64Array;
  readonly #nextRe: Float64Array;
  readonly #nextIm: Float64Array;

  constructor(
    readonly drivers: number,
    readonly darkRows: number,
  ) {
    const n = drivers;
    this.diagonal = new Float64Array(n);
    this.offDiagonal = new Float64Array(n);
    this.gram = new Float64Array(n * n);
    [this.basisRe, this.basisIm] = planes(n * n);
    [this.#qRe, this.#qIm] = planes(n * n);
    [this.#rowsRe, this.#rowsIm] = planes(n * darkRows);
    [this.#lowerRe, this.#lowerIm] = planes(n * n);
    [this.#nextRe, this.#nextIm] = planes(n);
  }

  /**
   * Reduces one bin.
   * @param at element offsets of this bin in the bright, dark and base planes; `base` null for A = I
   * @param load γ ≥ 0 added to the base's diagonal
   * @returns false when the bright row is zero or the base is not positive definite
   */
  reduce(bright: Planes, dark: Planes, base: Planes | null, at: BinOffsets, load = 0): boolean {
    const n = this.drivers;
    this.brightPower = 0;
    for (let i = 0; i < n; i++) {
      const x = bright.re[at.bright + i]!;
      const y = -bright.im[at.bright + i]!;
      this.#qRe[i] = x;
      this.#qIm[i] = y;
      this.brightPower += x * x + y * y;
    }
    for (let i = 0; i < n * this.darkRows; i++) {
      this.#rowsRe[i] = dark.re[at.dark + i]!;
      this.#rowsIm[i] = dark.im[at.dark + i]!;
    }
    if (base && !this.#whiten(base, at.base, load)) return false;
    if (!(this.brightPower > 0)) return false;
    this.#lanczos();
    this.#mapBasis(base !== null);
    return true;
  }

  /** Replaces ãᴴ (in q) and B̃ᴴ (in rows, as their conjugates) by L⁻¹ times them. */
  #whiten(base: Planes, offset: number, load: number): boolean {
    const n = this.drivers;
    for (let i = 0; i < n * n; i++) {
      this.#lowerRe[i] = base.re[offset + i]!;
      this.#lowerIm[i] = base.im[offset + i]!;
    }
    for (let i = 0; i < n; i++) this.#lowerRe[i * n + i]! += load;
    if (!factorCholesky(this.#lowerRe, this.#lowerIm, n)) return false;
    solveLower(this.#lowerRe, this.#lowerIm, n, this.#qRe, this.#qIm);
    // A row b becomes b·L⁻ᴴ: the conjugate of L⁻¹·bᴴ.
    for (let k = 0; k < this.darkRows; k++) {
      negate(this.#rowsIm, k * n, n);
      solveLower(this.#lowerRe, this.#lowerIm, n, this.#rowsRe, this.#rowsIm, k * n);
      negate(this.#rowsIm, k * n, n);
    }
    return true;
  }

  #lanczos(): void {
    const n = this.drivers;
    const most = Math.min(n, this.darkRows + 1);
    this.whitenedPower = squaredNorm(this.#qRe, this.#qIm, 0, n);
    scaleInto(this.#qRe, this.#qIm, 0, this.#qRe, this.#qIm, n, 1 / Math.sqrt(this.whitenedPower));
    let scale = 0;
    for (this.size = 1; ; this.size++) {
      const last = (this.size - 1) * n;
      this.diagonal[this.size - 1] = this.#applyDark(last);
      scale = Math.max(scale, Math.sqrt(squaredNorm(this.#nextRe, this.#nextIm, 0, n)));
      this.#orthogonalise();
      this.#orthogonalise();
      const residual = Math.sqrt(squaredNorm(this.#nextRe, this.#nextIm, 0, n));
      if (this.size === most || residual <= BREAKDOWN * scale) return;
      this.offDiagonal[this.size - 1] = residual;
      scaleInto(this.#nextRe, this.#nextIm, last + n, this.#qRe, this.#qIm, n, 1 / residual);
    }
  }

  /** next = D̃·q; returns qᴴ·D̃·q, as a sum of squares so that it is never below zero. */
  #applyDark(q: number): number {
    const n = this.drivers;
    const rows = this.darkRows;
    this.#nextRe.fill(0);
    this.#nextIm.fill(0);
    let power = 0;
    for (let k = 0; k < rows; k++) {
      const row = k * n;
      let x = 0;
      let y = 0;
      for (let i = 0; i < n; i++) {
        const a = this.#rowsRe[row + i]!;
        const b = this.#rowsIm[row + i]!;
        x += a * this.#qRe[q + i]! - b * this.#qIm[q + i]!;
        y += a * this.#qIm[q + i]! + b * this.#qRe[q + i]!;
      }
      power += (x * x + y * y) / rows;
      x /= rows;
      y /= rows;
      for (let i = 0; i < n; i++) {
        const a = this.#rowsRe[row + i]!;
        const b = this.#rowsIm[row + i]!;
        this.#nextRe[i]! += a * x + b * y;
        this.#nextIm[i]! += a * y - b * x;
      }
    }
    return power;
  }

  /** Takes from `next` what lies along the basis so far. */
  #orthogonalise(): void {
    const n = this.drivers;
    for (let j = 0; j < this.size; j++) {
      let x = 0;
      let y = 0;
      for (let i = 0; i < n; i++) {
        const a = this.#qRe[j * n + i]!;
        const b = this.#qIm[j * n + i]!;
        x += a * this.#nextRe[i]! + b * this.#nextIm[i]!;
        y += a * this.#nextIm[i]! - b * this.#nextRe[i]!;
      }
      for (let i = 0; i < n; i++) {
        const a = this.#qRe[j * n + i]!;
        const b = this.#qIm[j * n + i]!;
        this.#nextRe[i]! -= a * x - b * y;
        this.#nextIm[i]! -= a * y + b * x;
      }
    }
  }

  #mapBasis(whitened: boolean): void {
    const n = this.drivers;
    const m = this.size;
    this.basisRe.set(this.#qRe);
    this.basisIm.set(this.#qIm);
    for (let j = 0; j < m; j++) {
      if (whitened) solveUpper(this.#lowerRe, this.#lowerIm, n, this.basisRe, this.basisIm, j * n);
      for (let k = 0; k <= j; k++) {
        let dot = 0;
        for (let i = 0; i < n; i++) {
          dot += this.basisRe[j * n + i]! * this.basisRe[k * n + i]!;
          dot += this.basisIm[j * n + i]! * this.basisIm[k * n + i]!;
        }
        this.gram[j * m + k] = dot;
        this.gram[k * m + j] = dot;
      }
    }
  }
}

/** The reductions of all bins of a problem: they do not depend on its target. */
export class ReductionStore {
  readonly #drivers: number;
  readonly #sizes: Uint8Array;
  readonly #powers: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #offDiagonal: Float64Array;
  readonly #basisRe: Float64Array;
  readonly #basisIm: Float64Array;
  readonly #gram: Float64Array;
  /** Dimension that is kept room for. */
  readonly #room: number;

  constructor(bins: number, { drivers, darkRows }: KrylovReduction) {
    this.#drivers = drivers;
    this.#room = Math.min(drivers, darkRows + 1);
    this.#sizes = new Uint8Array(bins);
    this.#powers = new Float64Array(2 * bins);
    this.#diagonal = new Float64Array(bins * this.#room);
    this.#offDiagonal = new Float64Array(bins * this.#room);
    this.#basisRe = new Float64Array(bins * this.#room * drivers);
    this.#basisIm = new Float64Array(bins * this.#room * drivers);
    this.#gram = new Float64Array(bins * this.#room ** 2);
  }

  save(bin: number, reduction: KrylovReduction): void {
    const { size, diagonal, offDiagonal, basisRe, basisIm, gram } = reduction;
    const vectors = size * this.#drivers;
    this.#sizes[bin] = size;
    this.#powers[2 * bin] = reduction.brightPower;
    this.#powers[2 * bin + 1] = reduction.whitenedPower;
    copy(diagonal, 0, this.#diagonal, bin * this.#room, size);
    copy(offDiagonal, 0, this.#offDiagonal, bin * this.#room, size - 1);
    copy(basisRe, 0, this.#basisRe, bin * this.#room * this.#drivers, vectors);
    copy(basisIm, 0, this.#basisIm, bin * this.#room * this.#drivers, vectors);
    copy(gram, 0, this.#gram, bin * this.#room ** 2, size * size);
  }

  load(bin: number, reduction: KrylovReduction): void {
    const { diagonal, offDiagonal, basisRe, basisIm, gram } = reduction;
    const size = this.#sizes[bin]!;
    const vectors = size * this.#drivers;
    reduction.size = size;
    reduction.brightPower = this.#powers[2 * bin]!;
    reduction.whitenedPower = this.#powers[2 * bin + 1]!;
    copy(this.#diagonal, bin * this.#room, diagonal, 0, size);
    copy(this.#offDiagonal, bin * this.#room, offDiagonal, 0, size - 1);
    copy(this.#basisRe, bin * this.#room * this.#drivers, basisRe, 0, vectors);
    copy(this.#basisIm, bin * this.#room * this.#drivers, basisIm, 0, vectors);
    copy(this.#gram, bin * this.#room ** 2, gram, 0, size * size);
  }
}

export interface Planes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export interface BinOffsets {
  readonly bright: number;
  readonly dark: number;
  readonly base: number;
}

function planes(length: number): [Float64Array, Float64Array] {
  return [new Float64Array(length), new Float64Array(length)];
}

function negate(values: Float64Array, offset: number, length: number): void {
  for (let i = offset; i < offset + length; i++) values[i] = -values[i]!;
}

function squaredNorm(re: Float64Array, im: Float64Array, offset: number, length: number): number {
  let sum = 0;
  for (let i = offset; i < offset + length; i++) sum += re[i]! ** 2 + im[i]! ** 2;
  return sum;
}

function scaleInto(
  fromRe: Float64Array,
  fromIm: Float64Array,
  to: number,
  toRe: Float64Array,
  toIm: Float64Array,
  length: number,
  factor: number,
): void {
  for (let i = 0; i < length; i++) {
    toRe[to + i] = fromRe[i]! * factor;
    toIm[to + i] = fromIm[i]! * factor;
  }
}

function copy(from: Float64Array, start: number, to: Float64Array, at: number, length: number): void {
  for (let i = 0; i < length; i++) to[at + i] = from[start + i]!;
}
