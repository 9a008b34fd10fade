import { describe, expect, it } from 'vitest';
import { noise } from '../kernel/testing/convolution.ts';
import { KWeighting, kWeightingPower } from './k-weighting.ts';

/** The coefficients that ITU-R BS.1770-4 prints for 48 kHz (tables 1 and 2): b0, b1, b2, a1, a2. */
const PRINTED = [
  [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
  [1, -2, 1, -1.99004745483398, 0.99007225036621],
];

/** Direct form I, each filter by itself. */
function filtered(x: Float64Array, [b0, b1, b2, a1, a2]: readonly number[]): Float64Array {
  const y = new Float64Array(x.length);
  for (let n = 0; n < x.length; n++) {
    const past = (signal: Float64Array, k: number) => (n < k ? 0 : signal[n - k]);
    y[n] = b0 * x[n] + b1 * past(x, 1) + b2 * past(x, 2) - a1 * past(y, 1) - a2 * past(y, 2);
  }
  return y;
}

function energyOf(x: Float32Array, sampleRateHz: number): number {
  const energy = new Float64Array(1);
  new KWeighting(sampleRateHz).addEnergy(x, 0, x.length, energy, 0);
  return energy[0];
}

/** Gain at a frequency from the energy of a long sine. */
function gainDb(frequencyHz: number, sampleRateHz: number): number {
  const sine = Float32Array.from({ length: 4 * sampleRateHz }, (_, n) =>
    Math.sin((2 * Math.PI * frequencyHz * n) / sampleRateHz),
  );
  return 10 * Math.log10((2 * energyOf(sine, sampleRateHz)) / sine.length);
}

describe('KWeighting', () => {
  it('is the filter that the recommendation prints', () => {
    const x = noise(20_000, 1);
    const expected = PRINTED.reduce(filtered, Float64Array.from(x)).reduce((sum, y) => sum + y * y, 0);
    // The coefficients are printed to 14 decimals.
    expect(energyOf(x, 48_000) / expected).toBeCloseTo(1, 9);
  });

  it.each([44_100, 96_000, 192_000])('weighs alike at %i Hz', (rate) => {
    for (const frequencyHz of [25, 100, 997, 2000, 4000, 8000]) {
      // The bilinear transform bends what lies close to half of the lower rate.
      expect(Math.abs(gainDb(frequencyHz, rate) - gainDb(frequencyHz, 48_000))).toBeLessThan(0.04);
    }
  });

  it('rests in zeros, not in denormals', () => {
    const filter = new KWeighting(48_000);
    const energy = new Float64Array(1);
    filter.addEnergy(noise(4800, 1), 0, 4800, energy, 0);
    for (let step = 0; step < 1000; step++) {
      filter.addEnergy(new Float32Array(480), 0, 480, energy, 0);
      filter.settle();
    }
    energy[0] = 0;
    filter.addEnergy(new Float32Array(480), 0, 480, energy, 0);
    expect(energy[0]).toBe(0);
  });
});

describe('kWeightingPower', () => {
  it.each([44_100, 48_000, 192_000])('is what the filters do to a sine at %i Hz', (rate) => {
    for (const frequencyHz of [60, 1000, 8000]) {
      const expected = gainDb(frequencyHz, rate);
      // The sine's beginning rings for a thousandth of its four seconds.
      expect(Math.abs(10 * Math.log10(kWeightingPower(frequencyHz, rate)) - expected)).toBeLessThan(0.01);
    }
  });
});
