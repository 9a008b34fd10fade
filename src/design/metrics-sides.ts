import { pointSourceToEars } from '../acoustics/transfers.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { applyBands, driverBands, effortOf, weighDrivers } from './driver-bands.ts';
import { evaluateGainCurve } from './gain-curve.ts';
import { computeEars, type EarGeometry } from './geometry.ts';
import {
  comparedSource,
  hearSides,
  separation,
  summariseHeard,
  type HeardSides,
  type HeardSummary,
} from './heard-sides.ts';
import { likeness, limitedBands, type LimitedBand } from './limits.ts';
import { earKey } from './listener-ears.ts';
import { createMatrices, stackRows, takeRow } from './matrices.ts';
import type { Memo } from './memo.ts';
import { solveNatural } from './target-ratio.ts';
import { virtualSpeakerPosition } from './virtual-pair.ts';

/** How well the side filters do; left and right in the mean of their powers. */
export interface SideMetrics extends HeardSides {
  /** The separation of the least-effort filters. */
  readonly naturalSeparationDb: readonly number[];
  /** What was asked for; `null` without cancellation. */
  readonly targetGainDb: readonly number[] | null;
  /** How much harder the drivers work for the cancellation than the least for the same near-ear pressure, dB. */
  readonly effortDb: readonly number[];
  /** Where the target does not decide what is reached; empty without one. */
  readonly limits: readonly LimitedBand[];
  readonly summary: HeardSummary & { readonly maxEffortDb: number };
}

/**
 * @param filters (frequencies, drivers, 3) spectra of the realised driver filters
 * @param cancellation (frequencies, drivers, 2) those of the cancellation in them, W_L and W_R
 */
export function computeSideMetrics(
  document: DesignDocument,
  filters: ComplexMatrices,
  cancellation: ComplexMatrices,
  frequenciesHz: Float64Array,
  memo: Memo,
): SideMetrics {
  const geometry = computeEars(document, frequenciesHz, (name, key, make) =>
    memo(`metric ${name}`, key, make),
  );
  const target = document.sides.cancellation;
  const source = comparedSource(document, (listener, azimuthDeg, c) =>
    memo('source', [listener, azimuthDeg, c], () =>
      pointSourceToEars(virtualSpeakerPosition(listener, azimuthDeg), listener, frequenciesHz, c),
    ),
  );
  const heard = hearSides(document, geometry, { filters, cancellation, source });
  const targetDb = target && evaluateGainCurve(target.targetGainDb, frequenciesHz);
  const bands = driverBands(document.device, frequenciesHz);
  const effortDb = sideEffort(geometry.ears, cancellation, bands);
  return {
    ...heard,
    naturalSeparationDb: memo('natural separation', [earKey(document), target?.headOffsetsM], () =>
      separation(geometry, naturalSides(geometry, bands)),
    ),
    targetGainDb: targetDb && [...targetDb],
    effortDb,
    limits:
      target && targetDb
        ? limitedBands(
            {
              frequenciesHz,
              targetDb,
              reachedDb: heard.separationDb,
              effortDb,
              maxEffortDb: target.maxEffortDb,
              likeness: memo('ear likeness', [earKey(document), target.headOffsetsM], () =>
                earLikeness(geometry, bands),
              ),
            },
            document.device,
            document.speedOfSoundMps,
          )
        : [],
    summary: {
      ...summariseHeard(heard, heard.separationDb, frequenciesHz),
      maxEffortDb: Math.max(...effortDb),
    },
  };
}

/** How alike near and far ears are to the drivers, mean of both sides. */
function earLikeness({ ears, offsetEars }: EarGeometry, bands: Float64Array | null): Float64Array {
  const [left, right] = [0, 1].map((near) =>
    likeness(
      weighDrivers(takeRow(ears, near), bands),
      weighDrivers(stackRows(offsetEars.map((offset) => takeRow(offset, 1 - near))), bands),
    ),
  );
  return left!.map((value, bin) => (value + right![bin]!) / 2);
}

/** Least-effort filters of both sides, (frequencies, drivers, 2). */
function naturalSides({ ears }: EarGeometry, bands: Float64Array | null): ComplexMatrices {
  const { bins, columns: n } = ears;
  const both = createMatrices(bins, n, 2);
  [0, 1].forEach((side) => {
    const natural = solveNatural(weighDrivers(takeRow(ears, side), bands));
    applyBands(natural, bands);
    for (let i = 0; i < bins * n; i++) {
      both.re[2 * i + side] = natural.re[i]!;
      both.im[2 * i + side] = natural.im[i]!;
    }
  });
  return both;
}

/** In the mean of both sides, dB. */
function sideEffort(ears: ComplexMatrices, filters: ComplexMatrices, bands: Float64Array | null): number[] {
  return Array.from({ length: ears.bins }, (_, bin) => {
    const [left, right] = [0, 1].map((side) => effortOf(ears, side, filters, side, bands, bin));
    return 10 * Math.log10((left! + right!) / 2);
  });
}
