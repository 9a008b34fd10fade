import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { computeCentreMetrics, type CentreMetrics } from './metrics-centre.ts';
import { computeSideMetrics, type SideMetrics } from './metrics-sides.ts';
import { earKey } from './listener-ears.ts';
import type { Memo } from './memo.ts';
import { spectrumColumns } from './spectrum.ts';

export type { CentreMetrics, SideMetrics };

/** What a design does, all of it computed from its realised FIRs; curves over `frequencyHz`. */
export interface DesignMetrics {
  readonly frequencyHz: readonly number[];
  readonly sides: SideMetrics;
  readonly centre: CentreMetrics;
  readonly latencySamples: number;
  /** Energy of the first and last 16 taps over that of all taps, of the worst filter, dB. */
  readonly tailEnergyDb: number;
}

const LOWEST_HZ = 20;
const HIGHEST_HZ = 20000;
/** Of a design; a draft of one has fewer. */
export const POINTS_PER_OCTAVE = 24;

/** 20 Hz to 20 kHz in steps of 1/24 octave, or of another part of one. */
export function metricFrequencies(pointsPerOctave = POINTS_PER_OCTAVE): Float64Array {
  const count = Math.floor(pointsPerOctave * Math.log2(HIGHEST_HZ / LOWEST_HZ)) + 1;
  return Float64Array.from({ length: count }, (_, i) => LOWEST_HZ * 2 ** (i / pointsPerOctave));
}

/**
 * Metrics of a set of driver filters that was designed for a document.
 * @param cancellation the cancellation stage W_L, W_R of its side filters, realised in the same way: what the virtual pair
 *   adds at the far ear is wanted there, so separation and effort are those of the stage without it
 * @param memo of the designer that made the filters: for the same part of a document they are the same
 */
export function computeMetrics(
  document: DesignDocument,
  drivers: FilterSet,
  cancellation: FilterSet,
  memo: Memo,
  frequenciesHz: Float64Array = metricFrequencies(),
): DesignMetrics {
  const filters = spectrumColumns(drivers, frequenciesHz);
  const { sides, centre, filterTaps, sampleRateHz } = document;
  const made = [earKey(document), filterTaps, sampleRateHz, drivers.latencySamples];
  return {
    frequencyHz: [...frequenciesHz],
    sides: memo('side metrics', [made, sides], () =>
      computeSideMetrics(
        document,
        filters,
        spectrumColumns(cancellation, frequenciesHz),
        frequenciesHz,
        memo,
      ),
    ),
    centre: memo('centre metrics', [made, centre], () =>
      computeCentreMetrics(document, filters, frequenciesHz, memo),
    ),
    latencySamples: drivers.latencySamples,
    tailEnergyDb: tailEnergyDb(drivers),
  };
}

const TAIL_TAPS = 16;

/** Energy at both ends of the worst filter over all of its energy, dB; silent filters have no ends. */
export function tailEnergyDb({ firs, taps }: FilterSet): number {
  let worst = 0;
  for (let start = 0; start < firs.length; start += taps) {
    let whole = 0;
    let ends = 0;
    for (let t = 0; t < taps; t++) {
      const energy = firs[start + t]! ** 2;
      whole += energy;
      if (t < TAIL_TAPS || t >= taps - TAIL_TAPS) ends += energy;
    }
    if (whole > 0) worst = Math.max(worst, ends / whole);
  }
  return 10 * Math.log10(Math.max(worst, 1e-30));
}
