import type { ComplexMatrices } from '../acoustics/types.ts';
import type { BeamTarget } from './document.ts';
import { applyBands, weighDrivers } from './driver-bands.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { createMatrices } from './matrices.ts';
import { mixIn } from './side-columns.ts';
import { solveNatural, solvePrepared, type PreparedTargetRatio } from './target-ratio.ts';

/** The window in which the beam is held even. */
export const WINDOW_DEG = 45;
/** Weight of unevenness inside the window against power radiated outside it. */
const WINDOW_WEIGHT = 3;
/**
 * Weight of unevenness over the width of a head: what makes an array that is wide against the wavelength leave its outer
 * drivers out rather than focus on the bridge of the nose.
 */
const HEAD_WEIGHT = 10;
/** Share of the mean diagonal added to it: keeps the drivers from working against each other for little. */
const LOADING = 0.1;
/** Spacing of the directions that stand for a null's width: far finer than any lobe that a null could be set against. */
const NULL_STEP_DEG = 5;
/** Spacing of the directions around the device that the beam is weighed over. */
const AROUND_STEP_DEG = 7.5;

/** What the centre filters are designed on. */
export interface CentreProblem {
  readonly frequenciesHz: Float64Array;
  /** (bins, 1, drivers) free-field pressure at the head's centre. */
  readonly head: ComplexMatrices;
  readonly bands: Float64Array | null;
  /** On axis bright, the nulls dark, prepared; `null` without a beam. */
  readonly beam: PreparedTargetRatio | null;
}

/** Azimuths over the widths of all nulls, degrees. */
export function nullAzimuths({
  nullAzimuthsDeg,
  nullWidthDeg,
}: Pick<BeamTarget, 'nullAzimuthsDeg' | 'nullWidthDeg'>): number[] {
  const steps = Math.ceil(nullWidthDeg / NULL_STEP_DEG);
  return nullAzimuthsDeg.flatMap((centre) =>
    Array.from({ length: steps + 1 }, (_, i) =>
      steps === 0 ? centre : centre + nullWidthDeg * (i / steps - 0.5),
    ),
  );
}

/** Azimuths around the device that the beam is weighed over, degrees. */
export function aroundAzimuths(): number[] {
  return Array.from({ length: 360 / AROUND_STEP_DEG }, (_, i) => i * AROUND_STEP_DEG - 180 + AROUND_STEP_DEG);
}

/**
 * A of the beam: mean over directions outside ±45° of gᴴg (what is radiated there) + 3 · mean inside of (g−g₀)ᴴ(g−g₀)
 * (departure from the response on axis) + 10 · the same over the width of the head + 0.1 · (trace/N) · I.
 * @param around (bins, directions of `aroundAzimuths`, drivers) directivities g
 * @param head (bins, directions over the head, drivers)
 * @param axis (bins, 1, drivers) g₀
 * @returns (bins, drivers, drivers) Hermitian positive definite
 */
export function beamBase(
  around: ComplexMatrices,
  head: ComplexMatrices,
  axis: ComplexMatrices,
): ComplexMatrices {
  const { bins, columns: n } = around;
  const inside = aroundAzimuths().map((azimuth) => Math.abs(azimuth) <= WINDOW_DEG);
  const insideCount = inside.filter(Boolean).length;
  const outsideCount = inside.length - insideCount;
  const base = createMatrices(bins, n, n);
  const row = new RowBuffer(n);
  for (let bin = 0; bin < bins; bin++) {
    inside.forEach((isInside, direction) => {
      row.take(around, bin, direction, isInside ? axis : null);
      row.addOuter(base, bin, isInside ? WINDOW_WEIGHT / insideCount : 1 / outsideCount);
    });
    for (let direction = 0; direction < head.rows; direction++) {
      row.take(head, bin, direction, axis);
      row.addOuter(base, bin, HEAD_WEIGHT / head.rows);
    }
    finishHermitian(base, bin);
  }
  return base;
}

/** One direction's row of a bin. */
class RowBuffer {
  readonly #re: Float64Array;
  readonly #im: Float64Array;

  constructor(drivers: number) {
    this.#re = new Float64Array(drivers);
    this.#im = new Float64Array(drivers);
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

  /** Adds weight·gᴴg to the lower triangle of a bin. */
  addOuter(base: ComplexMatrices, bin: number, weight: number): void {
    const n = base.columns;
    const re = this.#re;
    const im = this.#im;
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

function finishHermitian(base: ComplexMatrices, bin: number): void {
  const n = base.columns;
  const start = bin * n * n;
  let trace = 0;
  for (let i = 0; i < n; i++) trace += base.re[start + i * n + i]!;
  for (let i = 0; i < n; i++) {
    base.re[start + i * n + i]! += (LOADING * trace) / n;
    for (let j = 0; j < i; j++) {
      base.re[start + j * n + i] = base.re[start + i * n + j]!;
      base.im[start + j * n + i] = -base.im[start + i * n + j]!;
    }
  }
}

/**
 * Centre filters, (bins, drivers, 1): the beam with its nulls, or without a beam the least effort towards the head; either
 * way with pressure 1 at the head's centre, in phase with the arrival there.
 */
export function designCentre(beam: BeamTarget | null, problem: CentreProblem): ComplexMatrices {
  const { frequenciesHz, bands, head } = problem;
  if (!beam || !problem.beam) {
    const natural = solveNatural(weighDrivers(head, bands));
    applyBands(natural, bands);
    return natural;
  }
  const filters = solveNatural(problem.beam.rows.bright);
  const targetDb = evaluateGainCurve(beam.targetGainDb, frequenciesHz);
  const solved = solvePrepared(problem.beam, targetDb, beam.maxEffortDb);
  mixIn(filters, solved.filters, frequenciesHz);
  applyBands(filters, bands);
  return filters;
}
