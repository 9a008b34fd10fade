import { describe, expect, it } from 'vitest';
import { shortFrequency } from '../format.ts';
import { imageGainDb, LEVEL_SCALE, placeOf, placeOfHz } from './scales.ts';

describe('scales', () => {
  it('place levels between the top and the floor, and nothing beyond', () => {
    expect([0, -30, -60, -Infinity, 3].map((level) => placeOf(level, LEVEL_SCALE))).toEqual([
      0, 0.5, 1, 1, 0,
    ]);
  });

  it('place frequencies by their logarithm', () => {
    expect(placeOfHz(20)).toBe(0);
    expect(placeOfHz(200)).toBeCloseTo(1 / 3, 12);
    expect(placeOfHz(20_000)).toBeCloseTo(1, 12);
    expect([20, 1000, 20_000].map(shortFrequency)).toEqual(['20', '1k', '20k']);
  });

  it('magnify the image in steps, so that it stays within the rim', () => {
    for (const extent of [1.4, 1, 0.7, 0.3, 0.1, 0.02]) {
      const shown = extent * 10 ** (imageGainDb(extent) / 20);
      expect(shown).toBeLessThanOrEqual(1);
      expect(shown).toBeGreaterThan(10 ** (-3.01 / 20));
    }
    expect(imageGainDb(0)).toBe(36);
  });
});
