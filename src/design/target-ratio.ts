import type { ComplexMatrices } from '../acoustics/types.ts';
import { BaseLoad } from './base-load.ts';
import { DesignError } from './design-error.ts';
import { KrylovReduction, ReductionStore, type BinOffsets } from './krylov.ts';
import { LambdaSearch } from './lambda-search.ts';
import { phrase } from '../refusal/phrase.ts';

/** Where one problem for cancellation, null steering or beams is bright and dark; N drivers, K dark rows. */
export interface TargetRatioRows {
  /** (bins, 1, N) pressure per unit drive at the bright point. */
  readonly bright: ComplexMatrices;
  /** (bins, K, N) pressure per unit drive at the dark points; K may be 0. */
  readonly dark: ComplexMatrices;
  /** (bins, N, N) Hermitian positive definite A; the identity where absent. */
  readonly base?: ComplexMatrices;
  /** (bins) size of a base's diagonal, where the search for a load that it needs sets out; its mean where absent. */
  readonly baseScale?: Float64Array;
}

export interface TargetRatioProblem extends TargetRatioRows {
  /** (bins) dB, power ratio of bright to mean dark. */
  readonly targetDb: Float64Array;
  /** dB, most that the drivers may work harder than the least for the same bright pressure. */
  readonly maxEffortDb: number;
}

export interface TargetRatioSolution {
  /** (bins, N, 1), bright pressure exactly 1. */
  readonly filters: ComplexMatrices;
  /** (bins) dB reached; Infinity where nothing is dark. */
  readonly ratioDb: Float64Array;
  /** (bins) dB ≥ 0. */
  readonly effortDb: Float64Array;
  /** (bins) the λ taken; 0 is the natural filter. */
  readonly lambda: Float64Array;
}

/**
 * Filters that reach one power ratio between a bright and a dark zone, per frequency, with the least effort:
 * minimise wᴴAw subject to a·w = 1 and |a·w|²/mean_k|B_k·w|² ≥ T. The solution is w(λ) ∝ (A + λBᴴB/K)⁻¹aᴴ at the
 * smallest λ ≥ 0 that reaches T; where its effort passes the cap, at the λ of the cap. A base whose λ = 0 is
 * over the cap already gets a loaded diagonal, as little as the cap needs.
 * A target below what λ = 0 gives changes nothing; dark rows parallel to the bright one end at the cap.
 * @throws DesignError 'ill-posed' when a bright row is zero or a base is not positive definite
 */
export function solveTargetRatio({
  targetDb,
  maxEffortDb,
  ...rows
}: TargetRatioProblem): TargetRatioSolution {
  return solvePrepared(prepareTargetRatio(rows), targetDb, maxEffortDb);
}

/** A problem without its target: what is the same for every target, reduced once. */
export interface PreparedTargetRatio {
  readonly rows: TargetRatioRows;
  readonly reductions: ReductionStore;
}

/**
 * Reduces a problem for any number of targets.
 * @throws DesignError 'ill-posed' as `solveTargetRatio`
 */
export function prepareTargetRatio(rows: TargetRatioRows): PreparedTargetRatio {
  const { bright, dark, base = null } = rows;
  const { bins, columns: n } = bright;
  const reduction = new KrylovReduction(n, dark.rows);
  const reductions = new ReductionStore(bins, reduction);
  for (let bin = 0; bin < bins; bin++) {
    if (!reduction.reduce(bright, dark, base, offsetsOf(rows, bin)))
      throw illPosed(bin, reduction.brightPower);
    reductions.save(bin, reduction);
  }
  return { rows, reductions };
}

/** Solves a prepared problem for one target curve and cap, as `solveTargetRatio`. */
export function solvePrepared(
  { rows, reductions }: PreparedTargetRatio,
  targetDb: Float64Array,
  maxEffortDb: number,
): TargetRatioSolution {
  const { bright, dark, base = null } = rows;
  const { bins, columns: n } = bright;
  const solution = emptySolution(bins, n);
  const reduction = new KrylovReduction(n, dark.rows);
  const search = new LambdaSearch(reduction);
  const load = new BaseLoad(n);
  const cap = 10 ** (maxEffortDb / 10);
  for (let bin = 0; bin < bins; bin++) {
    reductions.load(bin, reduction);
    const target = 10 ** (targetDb[bin]! / 10);
    let lambda = search.solve(target, cap, base === null);
    if (base && Number.isNaN(lambda)) {
      const at = offsetsOf(rows, bin);
      const needed = load.find(bright, base, at, cap, rows.baseScale?.[bin]);
      const ratio = load.ratio(dark, dark.rows, at);
      if (ratio >= target) {
        record(solution, bin, { lambda: 0, ratio, effort: load.effort });
        load.write(solution.filters, bin * n);
        continue;
      }
      reduction.reduce(bright, dark, base, at, needed);
      lambda = search.solve(target, cap, false);
    }
    record(solution, bin, { lambda, ratio: search.ratio, effort: search.effort });
    writeFilters(search, solution.filters, bin * n);
  }
  return solution;
}

function record(
  { lambda, ratioDb, effortDb }: TargetRatioSolution,
  bin: number,
  reached: { readonly lambda: number; readonly ratio: number; readonly effort: number },
): void {
  lambda[bin] = reached.lambda;
  ratioDb[bin] = 10 * Math.log10(reached.ratio);
  effortDb[bin] = Math.max(0, 10 * Math.log10(reached.effort));
}

function offsetsOf({ bright, dark }: TargetRatioRows, bin: number): BinOffsets {
  const n = bright.columns;
  return { bright: bin * n, dark: bin * dark.rows * n, base: bin * n * n };
}

/** Least effort alone: w = aᴴ/‖a‖². */
export function solveNatural(bright: ComplexMatrices): ComplexMatrices {
  const { bins, columns: n } = bright;
  const { filters } = emptySolution(bins, n);
  for (let bin = 0; bin < bins; bin++) {
    let power = 0;
    for (let i = bin * n; i < (bin + 1) * n; i++) power += bright.re[i]! ** 2 + bright.im[i]! ** 2;
    if (!(power > 0)) throw illPosed(bin, power);
    for (let i = bin * n; i < (bin + 1) * n; i++) {
      filters.re[i] = bright.re[i]! / power;
      filters.im[i] = -bright.im[i]! / power;
    }
  }
  return filters;
}

/** w = basis·y, scaled so that a·w = ‖ã‖²·y₁ becomes 1. */
function writeFilters({ reduction, y }: LambdaSearch, filters: ComplexMatrices, offset: number): void {
  const { drivers: n, size, basisRe, basisIm, whitenedPower } = reduction;
  const scale = 1 / (Math.sqrt(whitenedPower) * y[0]!);
  for (let j = 0; j < size; j++) {
    const factor = y[j]! * scale;
    for (let i = 0; i < n; i++) {
      filters.re[offset + i]! += factor * basisRe[j * n + i]!;
      filters.im[offset + i]! += factor * basisIm[j * n + i]!;
    }
  }
}

function emptySolution(bins: number, n: number): TargetRatioSolution {
  return {
    filters: { bins, rows: n, columns: 1, re: new Float64Array(bins * n), im: new Float64Array(bins * n) },
    ratioDb: new Float64Array(bins),
    effortDb: new Float64Array(bins),
    lambda: new Float64Array(bins),
  };
}

function illPosed(bin: number, brightPower: number): DesignError {
  return brightPower > 0
    ? new DesignError('ill-posed', 'base', bin, phrase('at', `base[${bin}]`, phrase('positive-definite')))
    : new DesignError(
        'ill-posed',
        'bright',
        bin,
        phrase('at', `bright[${bin}]`, phrase('no-driver-reaches')),
      );
}
