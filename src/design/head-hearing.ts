import type { HeadRatios } from '../acoustics/head.ts';
import { originalSet } from './comparisons.ts';
import type { DesignDocument } from './document.ts';
import { binauralCurves, earsOf, nearEarLevels, referenceEars, type BinauralCurves } from './ear-curves.ts';
import type { FilterSet } from './filter-set.ts';
import { computeEars } from './geometry.ts';
import {
  comparedSource,
  hearSides,
  summariseHeard,
  type HeardSides,
  type HeardSummary,
} from './heard-sides.ts';
import { noMemo } from './memo.ts';
import { metricFrequencies } from './metrics.ts';
import { spectrumColumns } from './spectrum.ts';

/** The reference pair where the design has no virtual one. */
const REFERENCE_AZIMUTH_DEG = 30;

/** The left channel at the ears of one head; near-ear levels relative to the level designed for. */
export interface PairHeard {
  readonly made: BinauralCurves;
  readonly original: BinauralCurves;
  readonly reference: BinauralCurves;
  readonly referenceAzimuthDeg: number;
  readonly nearEarDb: { readonly left: Float64Array; readonly right: Float64Array };
  readonly originalNearEarDb: Float64Array;
}

/** @param head a measured one in the place of the model */
export function hearPair(
  document: DesignDocument,
  drivers: FilterSet,
  frequenciesHz: Float64Array,
  head?: HeadRatios,
): PairHeard {
  const ears = earsOf(document, drivers, frequenciesHz, head);
  const original = originalSet(document, drivers.latencySamples);
  const originalEars = earsOf(document, original, frequenciesHz, head);
  const referenceAzimuthDeg = document.sides.virtualSpeakerAzimuthDeg ?? REFERENCE_AZIMUTH_DEG;
  const reference = referenceEars(document, referenceAzimuthDeg, frequenciesHz, head);
  const [left, right] = nearEarLevels(document, ears);
  return {
    made: binauralCurves(ears, 0, frequenciesHz),
    original: binauralCurves(originalEars, 0, frequenciesHz),
    reference: binauralCurves(reference, 0, frequenciesHz),
    referenceAzimuthDeg,
    nearEarDb: { left, right },
    originalNearEarDb: nearEarLevels(document, originalEars)[0],
  };
}

/** What a head that the design was not made on hears of it. */
export interface HeadHearing {
  readonly frequencyHz: Float64Array;
  readonly sides: HeardSides & { readonly summary: HeardSummary };
  readonly pair: PairHeard;
}

/**
 * A design made on the model, heard by a measured head, from the realised FIRs.
 * @param designedDb separation on the model, as the design's metrics have it
 */
export function hearWith(
  head: HeadRatios,
  document: DesignDocument,
  { drivers, cancellation }: { readonly drivers: FilterSet; readonly cancellation: FilterSet },
  designedDb: readonly number[],
): HeadHearing {
  const frequencyHz = metricFrequencies();
  const geometry = computeEars(document, frequencyHz, noMemo, head);
  const sides = hearSides(document, geometry, {
    filters: spectrumColumns(drivers, frequencyHz),
    cancellation: spectrumColumns(cancellation, frequencyHz),
    source: comparedSource(document, (_, azimuthDeg) =>
      referenceEars(document, azimuthDeg, frequencyHz, head),
    ),
  });
  return {
    frequencyHz,
    sides: { ...sides, summary: summariseHeard(sides, designedDb, frequencyHz) },
    pair: hearPair(document, drivers, frequencyHz, head),
  };
}
