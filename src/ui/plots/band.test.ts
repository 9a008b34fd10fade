import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandMaximum, bandMean, valueAt, widestBandAtLeast } from './band.ts';

const FREQUENCY_HZ = [100, 200, 400, 800, 1600];
const curve = (values: number[]) => ({ frequencyHz: FREQUENCY_HZ, values });
/** Interpolation in Float64. */
const RELATIVE = 1e-10;

describe('valueAt', () => {
  it('is linear over log frequency: an octave of two is half way', () => {
    expect(valueAt(curve([0, 6, 12, 0, 0]), 100 * Math.SQRT2)).toBeCloseTo(3, 10);
    expect(valueAt(curve([0, 6, 12, 0, 0]), 400)).toBe(12);
  });

  it('is held flat beyond the ends', () => {
    expect(valueAt(curve([1, 2, 3, 4, 5]), 20)).toBe(1);
    expect(valueAt(curve([1, 2, 3, 4, 5]), 20_000)).toBe(5);
  });

  it('does not divide by a first point at 0 Hz', () => {
    expect(valueAt({ frequencyHz: [0, 100], values: [1, 2] }, 50)).toBe(2);
  });

  it('stays between its neighbours', () => {
    const values = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.double({ min: 100, max: 1600, noNaN: true }), (points, hertz) => {
        const value = valueAt(curve(points), hertz);
        const slack = RELATIVE * 60;
        expect(value).toBeGreaterThanOrEqual(Math.min(...points) - slack);
        expect(value).toBeLessThanOrEqual(Math.max(...points) + slack);
      }),
    );
  });

  it('has no value without points', () => {
    expect(valueAt({ frequencyHz: [], values: [] }, 100)).toBeNaN();
  });
});

describe('bandMean', () => {
  it('weighs octaves alike: a ramp over log frequency has its middle as mean', () => {
    expect(bandMean(curve([0, 6, 12, 18, 24]), { lowHz: 100, highHz: 1600 })).toBeCloseTo(12, 10);
  });

  it('leaves out what is not a number', () => {
    expect(bandMean(curve([NaN, NaN, 5, 5, 5]), { lowHz: 100, highHz: 1600 })).toBeCloseTo(5, 10);
    expect(bandMean(curve([NaN, NaN, NaN, NaN, NaN]), { lowHz: 100, highHz: 1600 })).toBeNaN();
  });
});

describe('bandMaximum', () => {
  it('names the value and where it is, inside the band alone', () => {
    const maximum = bandMaximum(curve([99, 3, 7, 5, 99]), { lowHz: 150, highHz: 1000 });
    expect(maximum).toEqual({ value: 7, frequencyHz: 400 });
  });

  it('is null where nothing is', () => {
    expect(bandMaximum(curve([1, 2, 3, 4, 5]), { lowHz: 210, highHz: 390 })).toBeNull();
  });
});

describe('widestBandAtLeast', () => {
  it('takes the widest run in octaves', () => {
    const band = widestBandAtLeast(curve([20, 5, 20, 20, 20]), 15, { lowHz: 20, highHz: 20_000 });
    expect(band).toEqual({ lowHz: 400, highHz: 1600 });
  });

  it('does not bridge a hole that is not a number', () => {
    const band = widestBandAtLeast(curve([20, 20, NaN, 20, 3]), 15, { lowHz: 20, highHz: 20_000 });
    expect(band).toEqual({ lowHz: 100, highHz: 200 });
  });

  it('is null where the threshold is nowhere reached', () => {
    expect(widestBandAtLeast(curve([1, 1, 1, 1, 1]), 15, { lowHz: 20, highHz: 20_000 })).toBeNull();
  });
});
