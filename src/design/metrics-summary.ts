import type { DesignMetrics } from './metrics.ts';

/** A design in the few numbers that designs are chosen by. */
export interface MetricsSummary {
  /** Near over far ear of the cancellation, mean from 300 Hz to 8 kHz, dB. */
  readonly separationDb: number;
  /** Of the side filters, the largest over frequency, dB. */
  readonly sideEffortDb: number;
  /** Left channel against a real loudspeaker at the virtual one's place, root mean square; `null` where nothing is to be compared. */
  readonly ildErrorDb: number | null;
  readonly itdErrorUs: number | null;
  /** On axis over the nulls, mean from 300 Hz to 8 kHz, dB. */
  readonly sideRejectionDb: number;
  /** Of the centre filters, the largest over frequency, dB. */
  readonly centreEffortDb: number;
  /** Mean from 300 Hz to 8 kHz, dB. */
  readonly directivityIndexDb: number;
  /** Largest departure from the level on axis within the listening window, the worst from 300 Hz to 8 kHz, dB. */
  readonly windowFlatnessDb: number;
  readonly tailEnergyDb: number;
  readonly latencySamples: number;
}

const BAND_HZ = [300, 8000] as const;

export function summariseMetrics(metrics: DesignMetrics): MetricsSummary {
  const { sides, centre, frequencyHz, tailEnergyDb, latencySamples } = metrics;
  const inBand = (values: readonly number[]): number[] =>
    values.filter((_, i) => frequencyHz[i]! >= BAND_HZ[0] && frequencyHz[i]! <= BAND_HZ[1]);
  const mean = (values: readonly number[]): number => {
    const held = inBand(values);
    return held.reduce((sum, x) => sum + x, 0) / held.length;
  };
  return {
    separationDb: sides.summary.separationDb,
    sideEffortDb: sides.summary.maxEffortDb,
    ildErrorDb: sides.summary.ildErrorRmsDb,
    itdErrorUs: sides.summary.itdErrorRmsUs,
    sideRejectionDb: mean(centre.sideRejectionDb),
    centreEffortDb: Math.max(...centre.effortDb),
    directivityIndexDb: mean(centre.directivityIndexDb),
    windowFlatnessDb: Math.max(...inBand(centre.windowFlatnessDb)),
    tailEnergyDb,
    latencySamples,
  };
}
