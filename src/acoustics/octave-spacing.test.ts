import { describe, expect, it } from 'vitest';
import { raysToTransfers } from './baffles.ts';

const SPEED_OF_SOUND_MPS = 343;
/** A hundred wavelengths of path at most: rounding of the angle, and of five squarings. */
const TOLERANCE = 1e-12;

describe('transfers at octaves', () => {
  const rays = [[0, 0.3, 2].map((pathM) => ({ pathM, amplitude: 1 + pathM, pistonM: 0 }))];

  it.each([
    ['parts of an octave', 12, 0],
    ['parts that do not meet', 12, 1e-9],
    ['parts of less than an octave', 240, 0],
  ])('have the phases of a sine and a cosine: %s', (_name, parts, drift) => {
    const frequenciesHz = Float64Array.from({ length: 115 }, (_, i) => 20 * 2 ** (i / parts) + drift * i);
    const { re, im } = raysToTransfers(rays, frequenciesHz, SPEED_OF_SOUND_MPS);
    frequenciesHz.forEach((frequencyHz, bin) => {
      rays[0]!.forEach(({ pathM, amplitude }, ray) => {
        const angle = (2 * Math.PI * frequencyHz * pathM) / SPEED_OF_SOUND_MPS;
        expect(Math.abs(re[3 * bin + ray]! - amplitude * Math.cos(angle))).toBeLessThan(
          TOLERANCE * amplitude,
        );
        expect(Math.abs(im[3 * bin + ray]! + amplitude * Math.sin(angle))).toBeLessThan(
          TOLERANCE * amplitude,
        );
      });
    });
  });
});
