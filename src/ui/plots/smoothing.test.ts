import { describe, expect, it } from 'vitest';
import { smoothed } from './smoothing.ts';

/** Twenty-fourths of an octave, as the metrics are sampled. */
const HZ = Array.from({ length: 240 }, (_, i) => 20 * 2 ** (i / 24));

describe('smoothed', () => {
  it('leaves a flat curve and a curve without smoothing as they are', () => {
    smoothed(
      HZ,
      HZ.map(() => -3),
      '1/3',
      'level',
    ).forEach((db) => expect(db).toBeCloseTo(-3, 10));
    const ramp = HZ.map((_, i) => i);
    expect([...smoothed(HZ, ramp, 'none', 'value')]).toEqual(ramp);
  });

  it('takes the mean power over the window: one tone among 9 of a third of an octave', () => {
    const tone = HZ.map((_, i) => (i === 120 ? 0 : -Infinity));
    const levels = smoothed(HZ, tone, '1/3', 'level');
    // ±1/6 octave reaches 4 points to each side, both included.
    for (const at of [116, 120, 124]) expect(levels[at]).toBeCloseTo(-10 * Math.log10(9), 10);
    for (const at of [115, 125]) expect(levels[at]).toBe(-Infinity);
  });

  it('takes the mean of values, so that a ramp over log frequency stays one inside', () => {
    const ramp = HZ.map((_, i) => i);
    const values = smoothed(HZ, ramp, '1/1', 'value');
    for (let at = 12; at < 228; at += 1) expect(values[at]).toBeCloseTo(at, 9);
  });

  it('keeps gaps, and does not let them into their neighbours', () => {
    const holed = HZ.map((_, i) => (i >= 50 && i < 60 ? NaN : 2));
    const values = smoothed(HZ, holed, '1/3', 'value');
    expect(values[55]).toBeNaN();
    expect(values[49]).toBeCloseTo(2, 12);
  });
});
