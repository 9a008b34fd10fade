import { describe, expect, it } from 'vitest';
import { lengthened } from './lengthened.ts';
import { spectrumColumns } from './spectrum.ts';

describe('lengthened filters', () => {
  const set = {
    inputs: 1,
    outputs: 2,
    taps: 256,
    sampleRateHz: 48_000,
    latencySamples: 128,
    firs: Float32Array.from(
      { length: 512 },
      (_, t) => Math.sin(t * t) * Math.exp(-Math.abs((t % 256) - 128) / 8),
    ),
  };

  it('have their taps where they were, relative to the delay', () => {
    const { firs, latencySamples } = lengthened(set, 1024, 512);
    expect(latencySamples).toBe(512);
    for (const output of [0, 1]) {
      expect(firs.subarray(output * 1024 + 384, output * 1024 + 640)).toEqual(
        set.firs.subarray(output * 256, (output + 1) * 256),
      );
    }
    expect(firs.filter((x) => x !== 0).length).toBe(set.firs.filter((x) => x !== 0).length);
  });

  it('sound the same', () => {
    const frequenciesHz = Float64Array.of(100, 1000, 7000);
    const before = spectrumColumns(set, frequenciesHz);
    const after = spectrumColumns(lengthened(set, 1024, 512), frequenciesHz);
    // What the interpolation between bins is exact to, 1e−6 of the largest value, which is about 1.
    before.re.forEach((x, i) => expect(Math.abs(after.re[i]! - x)).toBeLessThan(1e-5));
    before.im.forEach((x, i) => expect(Math.abs(after.im[i]! - x)).toBeLessThan(1e-5));
  });
});
