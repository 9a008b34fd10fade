import type { ComplexMatrices } from '../acoustics/types.ts';
import type { BeamTarget } from './document.ts';
import { applyBands, weighDrivers } from './driver-bands.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { unfoldRows, type MirrorFold } from './mirror.ts';
import { mixIn } from './side-columns.ts';
import { solveNatural, solvePrepared, type PreparedTargetRatio } from './target-ratio.ts';

/** A beam's problem without its target. */
export interface PreparedBeam {
  /** (bins, 1, drivers) directivity on axis, weighed by the bands. */
  readonly axis: ComplexMatrices;
  /** On axis bright, the nulls dark; in the terms of the fold where there is one, up to where control ends. */
  readonly problem: PreparedTargetRatio;
  /** Drivers that a mirror shows each other, solved as one; `null` where device and nulls are not alike on both sides. */
  readonly fold: MirrorFold | null;
}

/** What the centre filters are designed on. */
export interface CentreProblem {
  readonly frequenciesHz: Float64Array;
  /** (bins, 1, drivers) free-field pressure at the head's centre. */
  readonly head: ComplexMatrices;
  readonly bands: Float64Array | null;
  /** `null` without a beam. */
  readonly beam: PreparedBeam | null;
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
  const { axis, problem: prepared, fold } = problem.beam;
  const filters = solveNatural(axis);
  const targetDb = evaluateGainCurve(beam.targetGainDb, frequenciesHz);
  const solved = solvePrepared(prepared, targetDb, beam.maxEffortDb).filters;
  mixIn(filters, fold ? unfoldRows(solved, fold) : solved, frequenciesHz);
  applyBands(filters, bands);
  return filters;
}
