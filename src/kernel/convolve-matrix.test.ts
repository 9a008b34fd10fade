import { describe, expect, it } from 'vitest';

import { convolveMatrix } from './convolve-matrix.ts';
import { directSample, errorDb, noise, noiseFilters } from './testing/convolution.ts';
import { kernelModule } from './testing/kernel-module.ts';

/** Float32 arithmetic over a few thousand terms. */
const ERROR_DB = -125;

const module = kernelModule();

describe('convolveMatrix', () => {
  it.each([
    [1, 1, 1, 5],
    [1, 1, 128, 1000],
    [2, 3, 300, 2000],
    [3, 5, 2048, 5000],
    [3, 8, 4096, 9000],
    [4, 7, 1000, 3000],
    [3, 2, 8192, 20000],
    [16, 2, 32768, 60000],
  ])('%i → %i with %i taps over %i samples is the direct sum', (inputs, outputs, taps, length) => {
    const set = noiseFilters(inputs, outputs, taps, 1);
    const signals = Array.from({ length: inputs }, (_, i) => noise(length, i + 2));
    const results = convolveMatrix(module, set, signals);
    expect(results).toHaveLength(outputs);
    expect(results[0]).toHaveLength(length + taps - 1);
    const some = Array.from({ length: 64 }, (_, n) => Math.floor(((n + 0.5) / 64) * (length + taps - 1)));
    for (let o = 0; o < outputs; o++) {
      const expected = some.map((n) => directSample(set, signals, o, n));
      const actual = some.map((n) => results[o]![n]!);
      expect(errorDb(actual, expected)).toBeLessThan(ERROR_DB);
    }
  });
});
