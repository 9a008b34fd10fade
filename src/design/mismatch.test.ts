import { describe, expect, it } from 'vitest';
import { createMatrices } from './matrices.ts';
import { mismatchSpreads, weighted, type Mismatch, type RatioPaths, type Spread } from './mismatch.ts';

const PLUS_MINUS: Mismatch = { gainDb: 1, phaseDeg: 5, draws: 200, seed: 1 };

function run(ratios: readonly RatioPaths[], mismatch: Mismatch): Spread[] {
  const steps = mismatchSpreads(ratios, 2, mismatch);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Two drivers, one frequency: the bright path hears their sum, the dark one their difference, less a rest. */
function cancelling(rest: number): RatioPaths {
  const bright = createMatrices(1, 1, 2);
  bright.re.set([1, 1]);
  const dark = createMatrices(1, 1, 2);
  dark.re.set([1, -1 + rest]);
  return { bright, dark, scale: 1 };
}

describe('spread of a ratio over mismatched drivers', () => {
  it('is nothing when nothing is off', () => {
    const [spread] = run([cancelling(0.1)], { ...PLUS_MINUS, gainDb: 0, phaseDeg: 0 });
    const nominalDb = 20 * Math.log10(2 / 0.1);
    for (const curve of [spread!.lowDb, spread!.medianDb, spread!.highDb]) {
      expect(curve[0]).toBeCloseTo(nominalDb, 9);
    }
  });

  it('bounds a perfect null by the worst of gain and phase', () => {
    const [spread] = run([cancelling(0)], PLUS_MINUS);
    // Both drivers off to opposite ends: |g₁e^{jφ} − g₂e^{−jφ}| with 1 dB and 5°.
    const [g1, g2] = [10 ** (1 / 20), 10 ** (-1 / 20)];
    const phase = (5 * Math.PI) / 180;
    const worst = Math.hypot((g1 - g2) * Math.cos(phase), (g1 + g2) * Math.sin(phase));
    const sum = Math.hypot((g1 + g2) * Math.cos(phase), (g1 - g2) * Math.sin(phase));
    expect(spread!.lowDb[0]).toBeGreaterThan(20 * Math.log10(sum / worst));
    expect(spread!.lowDb[0]).toBeLessThan(spread!.medianDb[0]!);
    expect(spread!.medianDb[0]).toBeLessThan(spread!.highDb[0]!);
    // Small errors: mean dark power is E(Δg² + Δφ²) = 2·(s_g² + s_φ²)/3 of each, bright 4: within 2 dB of the median.
    const [gain, angle] = [Math.log(10) / 20, phase];
    const expected = 10 * Math.log10(4 / ((2 * (gain ** 2 + angle ** 2)) / 3));
    expect(Math.abs(spread!.medianDb[0]! - expected)).toBeLessThan(2);
  });

  it('is the same for the same seed, and nearly for another', () => {
    const [one] = run([cancelling(0)], PLUS_MINUS);
    const [again] = run([cancelling(0)], PLUS_MINUS);
    const [other] = run([cancelling(0)], { ...PLUS_MINUS, draws: 4000, seed: 7 });
    expect(again).toEqual(one);
    // The median of 200 draws of a quantity that spreads over some 10 dB: within 2 dB.
    expect(Math.abs(one!.medianDb[0]! - other!.medianDb[0]!)).toBeLessThan(2);
    expect(other!.medianDb[0]).not.toBe(one!.medianDb[0]);
  });

  it('tells how far it is', () => {
    const fractions = [...mismatchSpreads([cancelling(0)], 2, { ...PLUS_MINUS, draws: 4 })];
    expect(fractions).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

describe('weighted transfers', () => {
  it('carry each driver its own weight', () => {
    const transfers = createMatrices(1, 2, 2);
    transfers.re.set([1, 2, 3, 4]);
    const weights = createMatrices(1, 2, 2);
    weights.im.set([9, 5, 9, 6]);
    const { re, im } = weighted(transfers, weights, 1);
    expect([...re, ...im]).toEqual([0, 0, 0, 0, 5, 12, 15, 24]);
  });
});
