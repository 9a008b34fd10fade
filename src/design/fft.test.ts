import { describe, expect, it } from 'vitest';
import { fftPlan } from './fft.ts';

/** Rounding of log₂(length) stages. */
const TOLERANCE = 1e-12;

// An odd and an even number of stages, and the shortest ones.
describe.each([2, 4, 8, 32, 64])('FFT of %i points', (length) => {
  const signal = Float64Array.from({ length }, (_, t) => Math.sin(t * t) + 0.3 * t);
  const other = Float64Array.from({ length }, (_, t) => Math.cos(3 * t * t));

  it('is the discrete Fourier transform', () => {
    const re = signal.slice();
    const im = other.slice();
    fftPlan(length).forward(re, im);
    for (let k = 0; k < length; k++) {
      let x = 0;
      let y = 0;
      for (let t = 0; t < length; t++) {
        const angle = (-2 * Math.PI * k * t) / length;
        x += signal[t]! * Math.cos(angle) - other[t]! * Math.sin(angle);
        y += signal[t]! * Math.sin(angle) + other[t]! * Math.cos(angle);
      }
      expect(Math.abs(re[k]! - x)).toBeLessThan(TOLERANCE * length);
      expect(Math.abs(im[k]! - y)).toBeLessThan(TOLERANCE * length);
    }
  });

  it('comes back, times its length', () => {
    const re = signal.slice();
    const im = other.slice();
    fftPlan(length).forward(re, im);
    fftPlan(length).inverse(re, im);
    re.forEach((x, t) => expect(Math.abs(x / length - signal[t]!)).toBeLessThan(TOLERANCE));
    im.forEach((y, t) => expect(Math.abs(y / length - other[t]!)).toBeLessThan(TOLERANCE));
  });
});
