import type { ComplexMatrices } from '../acoustics/types.ts';
import { beamBase, weighedDirections, type BeamBase } from './beam-base.ts';
import type { PreparedBeam } from './centre-column.ts';
import { DEFAULT_WINDOW_DEG, type BeamTarget, type DesignDocument } from './document.ts';
import { weighDrivers } from './driver-bands.ts';
import { beamDistanceM, horizontalTransfers } from './directivity.ts';
import { controlledBins } from './grid.ts';
import { firstBins } from './matrices.ts';
import type { Memo } from './memo.ts';
import { foldBands, foldColumns, foldOf, mirrorOrder, type MirrorFold } from './mirror.ts';
import { areEven, nullRows, nullTransfers } from './nulls.ts';
import { prepareTargetRatio } from './target-ratio.ts';

/** Prepares a beam; each part again only when its own part of the document or the frequencies have changed. */
export function prepareBeam(
  document: DesignDocument,
  beam: BeamTarget,
  frequenciesHz: Float64Array,
  bands: Float64Array | null,
  memo: Memo,
): PreparedBeam {
  const { device, listener, speedOfSoundMps } = document;
  const nulls = nullRows(beam);
  const windowDeg = beam.windowDeg ?? DEFAULT_WINDOW_DEG;
  const order = areEven(nulls) ? mirrorOrder(device, listener) : null;
  const field = [
    frequenciesHz.length,
    frequenciesHz.at(-1),
    device,
    speedOfSoundMps,
    beamDistanceM(document),
  ];
  const axis = memo('axis', field, () => horizontalTransfers(document, [0], frequenciesHz));
  const fold = order && foldOf(order);
  const controlledHz = frequenciesHz.subarray(0, controlledBins(frequenciesHz));
  const around = [field, listener.headRadiusM, order, windowDeg];
  const base = memo('base', around, () => {
    const directions = weighedDirections(headDeg(document), windowDeg, fold !== null);
    const azimuthsDeg = directions.map(({ azimuthDeg }) => azimuthDeg);
    return beamBase(horizontalTransfers(document, azimuthsDeg, controlledHz), directions, axis, fold);
  });
  return memo('beam', [around, nulls], () => {
    const weighed = weighDrivers(axis, bands);
    // Left and right nulls are the same row once folded; one in the middle would count twice.
    const left = nulls.filter(({ azimuthDeg }) => azimuthDeg % 180 > 0);
    const rows = fold && 2 * left.length === nulls.length ? left : nulls;
    const dark = weighDrivers(nullTransfers(document, rows, controlledHz), bands);
    const problem = prepareTargetRatio({
      bright: folded(firstBins(weighed, controlledHz.length), fold),
      dark: folded(dark, fold),
      base: weighDrivers(base.matrices, fold && bands ? foldBands(bands, fold) : bands, true),
      baseScale: meanDiagonals(base, bands),
    });
    return { axis: weighed, problem, fold };
  });
}

function folded(transfers: ComplexMatrices, fold: MirrorFold | null): ComplexMatrices {
  return fold ? foldColumns(transfers, fold) : transfers;
}

/** Half the width of the head as the device sees it. */
function headDeg(document: DesignDocument): number {
  return (Math.atan(document.listener.headRadiusM / beamDistanceM(document)) * 180) / Math.PI;
}

/** Mean diagonal of the weighed base over the drivers, for each bin. */
function meanDiagonals({ matrices, diagonal }: BeamBase, bands: Float64Array | null): Float64Array {
  const n = diagonal.length / matrices.bins;
  return Float64Array.from({ length: matrices.bins }, (_, bin) => {
    let sum = 0;
    for (let i = bin * n; i < (bin + 1) * n; i++) sum += diagonal[i]! * (bands ? bands[i]! ** 2 : 1);
    return sum / n;
  });
}
