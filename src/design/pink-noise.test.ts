import { describe, expect, it } from 'vitest';
import { fftPlan } from './fft.ts';
import { pinkNoise } from './pink-noise.ts';

const OPTIONS = { samples: 2 ** 15, sampleRateHz: 48_000, bandHz: [200, 8000], levelDb: -26 } as const;

/** Power of each bin. */
function spectrumOf(noise: Float32Array): Float64Array {
  const re = Float64Array.from(noise);
  const im = new Float64Array(noise.length);
  fftPlan(noise.length).forward(re, im);
  return re.slice(0, noise.length / 2).map((x, k) => x ** 2 + im[k]! ** 2);
}

function bandPower(powers: Float64Array, lowHz: number, highHz: number): number {
  const binHz = OPTIONS.sampleRateHz / OPTIONS.samples;
  return powers.reduce((sum, power, k) => (k * binHz >= lowHz && k * binHz < highHz ? sum + power : sum), 0);
}

describe('pinkNoise', () => {
  const noise = pinkNoise(OPTIONS);

  it('has the level that was asked for, and peaks that leave headroom', () => {
    const meanSquare = noise.reduce((sum, x) => sum + x ** 2, 0) / noise.length;
    // Rounding of the samples to Float32.
    expect(10 * Math.log10(meanSquare)).toBeCloseTo(-26, 4);
    const peak = noise.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    expect(20 * Math.log10(peak)).toBeLessThan(-26 + 15);
  });

  it('has as much power in every octave of its band and none outside, so that it repeats without a seam', () => {
    const powers = spectrumOf(noise);
    const octaves = [200, 400, 800, 1600, 3200].map((low) => bandPower(powers, low, 2 * low));
    // An octave's lowest bins: one of 137 in the first.
    for (const octave of octaves) expect(10 * Math.log10(octave / octaves[0]!)).toBeCloseTo(0, 1);
    const within = bandPower(powers, 200, 8000.1);
    // Float32 of the samples: −140 dB over the whole band.
    expect(bandPower(powers, 0, 199) + bandPower(powers, 8001, 24_000)).toBeLessThan(1e-12 * within);
  });

  it('refuses a band in which there is no frequency', () => {
    expect(() => pinkNoise({ ...OPTIONS, bandHz: [23_999.9, 30_000] })).toThrow(RangeError);
  });
});
