import { describe, expect, it } from 'vitest';
import { originalSet, plainMatrixSet, referencePairEars } from './comparisons.ts';
import { createDesigner } from './designer.ts';
import { PRESETS } from './presets.ts';

/** What the chain for video leaves the filters at 44.1 kHz, the shortest in time of the usual rates: 9 ms. */
const LATENCY = 396;
const BAND_HZ = [150, 16_000] as const;

/**
 * What a design may lose at a frequency by an early delay, dB. Before the pulse the drivers cancel each other; what remains
 * shows where a null is deep: separation and rejection of 20 dB move by this much.
 */
const LOSS_DB = { separation: 0.5, rejection: 0.5, nearEar: 0.05, effort: 0.3 } as const;
/** In the mean over the band it is nothing. */
const MEAN_LOSS_DB = 0.05;

describe.each(Object.keys(PRESETS) as (keyof typeof PRESETS)[])(
  'the %s with filters of a short delay',
  (name) => {
    const document = { ...PRESETS[name], sampleRateHz: 44_100 };
    const designer = createDesigner();
    const full = designer.design(document);
    const early = designer.design(document, LATENCY);
    const { frequencyHz } = full.metrics;

    it('has one latency in everything that is compared', () => {
      const sets = [
        ...[early.spatial.drivers, early.spatial.ears, early.original.drivers, early.original.ears],
        ...[early.cancellation, originalSet(document, LATENCY), plainMatrixSet(document, LATENCY)],
        referencePairEars(document, LATENCY),
      ];
      for (const { latencySamples } of sets) expect(latencySamples).toBe(LATENCY);
      expect(early.metrics.latencySamples).toBe(LATENCY);
      // One designer for both: what it keeps of one is not taken for the other.
      expect(full.original.drivers.latencySamples).toBe(document.filterTaps / 2);
    });

    it('plays the original as it is, at that sample', () => {
      const { firs, taps, outputs } = early.original.drivers;
      for (let output = 0; output < outputs; output++) {
        const centre = firs.subarray((2 * outputs + output) * taps, (2 * outputs + output + 1) * taps);
        centre.forEach((tap, t) => expect(tap).toBe(t === LATENCY ? 1 : 0));
      }
    });

    it('loses next to nothing of what was designed', () => {
      const differences = (one: readonly number[], other: readonly number[]): number[] =>
        one
          .map((x, i) => other[i]! - x)
          .filter((_, i) => frequencyHz[i]! >= BAND_HZ[0] && frequencyHz[i]! <= BAND_HZ[1]);
      const [a, b] = [full.metrics, early.metrics];
      const separation = differences(a.sides.separationDb, b.sides.separationDb);
      const rejection = differences(a.centre.sideRejectionDb, b.centre.sideRejectionDb);
      const nearEar = differences(a.sides.nearEarDb, b.sides.nearEarDb);
      const worst = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
      const mean = (values: readonly number[]): number =>
        values.reduce((sum, x) => sum + x, 0) / values.length;
      expect(worst(separation)).toBeLessThan(LOSS_DB.separation);
      expect(worst(rejection)).toBeLessThan(LOSS_DB.rejection);
      expect(worst(nearEar)).toBeLessThan(LOSS_DB.nearEar);
      expect(Math.abs(mean(separation))).toBeLessThan(MEAN_LOSS_DB);
      expect(Math.abs(mean(rejection))).toBeLessThan(MEAN_LOSS_DB);
      expect(b.sides.summary.maxEffortDb - a.sides.summary.maxEffortDb).toBeLessThan(LOSS_DB.effort);
      // It would pass on the same filters.
      expect(worst(separation)).toBeGreaterThan(0.01);
    });
  },
);
