import type { ComplexMatrices } from '../acoustics/types.ts';
import { createMatrices } from './matrices.ts';
import type { MirrorFold } from './mirror.ts';

/** Weight of unevenness inside the window against power radiated outside it. */
const WINDOW_WEIGHT = 3;
/**
 * Weight of unevenness over the width of a head: what makes an array that is wide against the wavelength leave its outer
 * drivers out rather than focus on the bridge of the nose.
 */
const HEAD_WEIGHT = 10;
/** Share of the mean diagonal added to it: keeps the drivers from working against each other for little. */
const LOADING = 0.1;
/** Spacing of the directions around the device that the beam is weighed over. */
const AROUND_STEP_DEG = 7.5;

/** A direction that a beam is weighed over. */
export interface WeighedDirection {
  readonly azimuthDeg: number;
  readonly weight: number;
  /** Whether the departure from the axis counts, rather than what is radiated. */
  readonly isHeld: boolean;
}

/**
 * The directions around the device, a mean outside the window and three times a mean inside it, and one and two head radii
 * off the axis, ten times their mean.
 * @param headDeg half the width of the head as the device sees it
 * @param windowDeg half of the window
 * @param isEven left and right are alike: the left stands for both
 */
export function weighedDirections(headDeg: number, windowDeg: number, isEven: boolean): WeighedDirection[] {
  const around = Array.from(
    { length: 360 / AROUND_STEP_DEG },
    (_, i) => i * AROUND_STEP_DEG - 180 + AROUND_STEP_DEG,
  );
  const isInside = (azimuthDeg: number): boolean => Math.abs(azimuthDeg) <= windowDeg;
  const inside = around.filter(isInside).length;
  const all = [
    ...around.map((azimuthDeg): WeighedDirection => {
      const isHeld = isInside(azimuthDeg);
      return { azimuthDeg, weight: isHeld ? WINDOW_WEIGHT / inside : 1 / (around.length - inside), isHeld };
    }),
    ...[-2, -1, 1, 2].map((radii): WeighedDirection => {
      return { azimuthDeg: radii * headDeg, weight: HEAD_WEIGHT / 4, isHeld: true };
    }),
  ];
  if (!isEven) return all;
  const hasTwin = (azimuthDeg: number): boolean => azimuthDeg > 0 && azimuthDeg < 180;
  return all
    .filter(({ azimuthDeg }) => azimuthDeg >= 0)
    .map((direction) => ({
      ...direction,
      weight: direction.weight * (hasTwin(direction.azimuthDeg) ? 2 : 1),
    }));
}

/** A of a beam, and the diagonal that it has for single drivers. */
export interface BeamBase {
  /** (bins, unknowns, unknowns) Hermitian positive definite; unknowns are drivers, or the pairs of a fold. */
  readonly matrices: ComplexMatrices;
  /** (bins, drivers); of two drivers in a pair the mean is that of A. */
  readonly diagonal: Float64Array;
}

/**
 * A of the beam: mean over directions outside the window of gᴴg (what is radiated there) + 3 · mean inside of (g−g₀)ᴴ(g−g₀)
 * (departure from the response on axis) + 10 · the same over the width of the head + 0.1 · (trace/N) · I.
 * @param transfers (bins, directions, drivers) directivities g
 * @param axis (bins or more, 1, drivers) g₀
 */
export function beamBase(
  transfers: ComplexMatrices,
  directions: readonly WeighedDirection[],
  axis: ComplexMatrices,
  fold: MirrorFold | null,
): BeamBase {
  const { bins, columns: n } = transfers;
  const matrices = createMatrices(bins, fold?.pairs.length ?? n, fold?.pairs.length ?? n);
  const diagonal = new Float64Array(bins * n);
  const row = new RowBuffer(n, fold);
  for (let bin = 0; bin < bins; bin++) {
    for (let direction = 0; direction < directions.length; direction++) {
      const { weight, isHeld } = directions[direction]!;
      row.take(transfers, bin, direction, isHeld ? axis : null);
      row.addSquares(diagonal, bin, weight);
      row.addOuter(matrices, bin, weight);
    }
    finishHermitian(matrices, diagonal, bin, n);
  }
  return { matrices, diagonal };
}

/** One direction's row of a bin. */
class RowBuffer {
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #fold: MirrorFold | null;

  constructor(drivers: number, fold: MirrorFold | null) {
    this.#re = new Float64Array(drivers);
    this.#im = new Float64Array(drivers);
    this.#fold = fold;
  }

  /** Takes a row, less the one on axis where that is given. */
  take(rows: ComplexMatrices, bin: number, direction: number, axis: ComplexMatrices | null): void {
    const n = rows.columns;
    const from = (bin * rows.rows + direction) * n;
    for (let i = 0; i < n; i++) {
      this.#re[i] = rows.re[from + i]! - (axis ? axis.re[bin * n + i]! : 0);
      this.#im[i] = rows.im[from + i]! - (axis ? axis.im[bin * n + i]! : 0);
    }
  }

  /** Adds weight·|g|² of every driver. */
  addSquares(diagonal: Float64Array, bin: number, weight: number): void {
    const n = this.#re.length;
    for (let i = 0; i < n; i++) {
      diagonal[bin * n + i]! += weight * (this.#re[i]! * this.#re[i]! + this.#im[i]! * this.#im[i]!);
    }
  }

  /** Folds the row and adds its weight·gᴴg to the lower triangle of a bin. */
  addOuter(base: ComplexMatrices, bin: number, weight: number): void {
    const n = base.columns;
    const re = this.#re;
    const im = this.#im;
    this.#fold?.apply(re, im);
    for (let i = 0; i < n; i++) {
      const x = re[i]! * weight;
      const y = im[i]! * weight;
      const to = (bin * n + i) * n;
      for (let j = 0; j <= i; j++) {
        base.re[to + j]! += x * re[j]! + y * im[j]!;
        base.im[to + j]! += x * im[j]! - y * re[j]!;
      }
    }
  }
}

function finishHermitian(base: ComplexMatrices, diagonal: Float64Array, bin: number, drivers: number): void {
  const n = base.columns;
  const start = bin * n * n;
  let trace = 0;
  for (let i = bin * drivers; i < (bin + 1) * drivers; i++) trace += diagonal[i]!;
  const load = (LOADING * trace) / drivers;
  for (let i = bin * drivers; i < (bin + 1) * drivers; i++) diagonal[i]! += load;
  for (let i = 0; i < n; i++) {
    base.re[start + i * n + i]! += load;
    for (let j = 0; j < i; j++) {
      base.re[start + j * n + i] = base.re[start + i * n + j]!;
      base.im[start + j * n + i] = -base.im[start + i * n + j]!;
    }
  }
}
