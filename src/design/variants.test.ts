import { describe, expect, it } from 'vitest';
import type { FilterSet } from './filter-set.ts';
import { PRESETS } from './presets.ts';
import { isStatic, overAnyUpmix, withoutPart } from './variants.ts';

const TAPS = 4;

/** Filters from L′, R′, C to two outputs, all different. */
const SET: FilterSet = {
  ...{ inputs: 3, outputs: 2, taps: TAPS, sampleRateHz: 48_000, latencySamples: 2 },
  firs: Float32Array.from({ length: 3 * 2 * TAPS }, (_, i) => Math.sin(7 * i + 1)),
};

/** What one tap of every path makes of L′, R′ and C at one output. */
function through({ firs, outputs, taps }: FilterSet, inputs: readonly number[], output: number, tap: number) {
  return inputs.reduce((sum, x, i) => sum + x * firs[(i * outputs + output) * taps + tap]!, 0);
}

describe('overAnyUpmix', () => {
  const [left, right] = [0.8, -0.3];
  it.each([
    ['off', [left, right, 0]],
    ['mid-side', [(left - right) / 2, (right - left) / 2, (left + right) / 2]],
  ] as const)('does over any centre what the set does over that of %s', (kind, own) => {
    const over = overAnyUpmix(SET, kind);
    for (const centre of [0, 0.25, -0.7]) {
      for (const output of [0, 1]) {
        for (let tap = 0; tap < TAPS; tap++) {
          const heard = through(over, [left - centre, right - centre, centre], output, tap);
          // Taps of Float32 below one.
          expect(heard).toBeCloseTo(through(SET, own, output, tap), 6);
        }
      }
    }
  });

  it('leaves the filters of an upmix that follows the programme alone', () => {
    expect(overAnyUpmix(SET, 'adaptive')).toBe(SET);
    expect([isStatic('least-correlated'), isStatic('off')]).toEqual([false, true]);
  });
});

describe('withoutPart', () => {
  it('leaves out one part and no other', () => {
    const whole = PRESETS.soundbar;
    expect(withoutPart(whole, 'upmix')).toEqual({ ...whole, upmix: { kind: 'off' } });
    expect(withoutPart(whole, 'cancellation').sides).toEqual({ ...whole.sides, cancellation: null });
    expect(withoutPart(whole, 'beam')).toEqual({ ...whole, centre: { beam: null } });
  });
});
