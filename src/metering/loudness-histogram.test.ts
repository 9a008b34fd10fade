import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoudnessHistogram } from './loudness-histogram.ts';
import { lufs, powerOf } from './lufs.ts';

const BIN_LU = 0.01;
/** Of logarithms and sums of 200 powers in Float64; a thousandfold of what they come to. */
const ROUNDING_LU = 1e-9;
const HOURS_10 = 10 * 36_000;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The two-pass definition: what is within the gate that lies `gateLu` from the mean of all above −70 LUFS. */
function within(blocks: readonly number[], gateLu: number): number[] {
  const audible = blocks.filter((power) => lufs(power) > -70);
  const gate = lufs(mean(audible)) + gateLu;
  return audible.filter((power) => lufs(power) > gate);
}

function histogramOf(blocks: readonly number[]): LoudnessHistogram {
  const histogram = new LoudnessHistogram();
  const powers = Float64Array.from(blocks);
  for (let i = 0; i < powers.length; i++) histogram.add(powers, i);
  return histogram;
}

function gatedMean(blocks: readonly number[], gateLu: number): number {
  const result = new Float64Array(1);
  histogramOf(blocks).gatedMean(gateLu, result, 0);
  return result[0];
}

function gatedRange(blocks: readonly number[]): number {
  const result = new Float64Array(1);
  histogramOf(blocks).gatedRange(-20, 0.1, 0.95, result, 0);
  return result[0];
}

const powers = (min: number, max: number) =>
  fc
    .array(fc.double({ min, max, noNaN: true }), { minLength: 1, maxLength: 200 })
    .map((levels) => levels.map(powerOf));

describe('LoudnessHistogram', () => {
  it('averages what a gate lets through that lies at most a bin below the right one', () => {
    fc.assert(
      fc.property(powers(-80, 5), (all) => {
        // On a gate itself rounding decides: the class compares powers, the definition levels.
        const blocks = all.filter((block) => Math.abs(lufs(block) + 70) > ROUNDING_LU);
        const actual = gatedMean(blocks, -10);
        if (within(blocks, -10).length === 0) {
          expect(actual).toBe(-Infinity);
          return;
        }
        // A lower gate lets more through that is quiet.
        const highest = lufs(mean(within(blocks, -10)));
        const lowest = lufs(mean(within(blocks, -10 - BIN_LU - ROUNDING_LU)));
        expect(actual).toBeLessThanOrEqual(highest + ROUNDING_LU);
        expect(actual).toBeGreaterThanOrEqual(lowest - ROUNDING_LU);
      }),
    );
  });

  it('averages exactly where no block lies at the gate', () => {
    const blocks = [-60, -40, -23.004, -23.001, -18.337].map(powerOf);
    expect(gatedMean(blocks, -10)).toBeCloseTo(lufs(mean(blocks.slice(2))), 12);
  });

  it('finds percentiles by nearest rank within half a bin each', () => {
    fc.assert(
      fc.property(powers(-30, -15), (blocks) => {
        const sorted = [...blocks].map(lufs).sort((a, b) => a - b);
        const rank = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
        expect(Math.abs(gatedRange(blocks) - (rank(0.95) - rank(0.1)))).toBeLessThan(BIN_LU + ROUNDING_LU);
      }),
    );
  });

  it('has neither a mean nor a range of nothing', () => {
    for (const blocks of [[], [0], [powerOf(-70.1)], [NaN]]) {
      expect(gatedMean(blocks, -10)).toBe(-Infinity);
      expect(gatedRange(blocks)).toBe(0);
    }
  });

  it('takes what is louder than any programme', () => {
    const blocks = [20, 30].map(powerOf);
    expect(gatedMean(blocks, -10)).toBeCloseTo(lufs(mean(blocks.slice(1))), -1);
    expect(gatedRange(blocks)).toBe(0);
  });

  it('is as exact after ten hours as after ten seconds', () => {
    const levels = [-31, -24, -20.5, -27.3];
    const blocks = Array.from({ length: HOURS_10 }, (_, i) => powerOf(levels[i % 4]));
    // 360,000 roundings of Float64.
    expect(gatedMean(blocks, -10)).toBeCloseTo(gatedMean(blocks.slice(0, 100), -10), 9);
    expect(gatedRange(blocks)).toBeCloseTo(gatedRange(blocks.slice(0, 100)), 9);
  });
});
