import { describe, expect, it } from 'vitest';
import { firstValues, generateArray } from './array/generators.ts';
import { originalSet, plainMatrixSet } from './comparisons.ts';
import type { FilterSet } from './filter-set.ts';
import { PRESETS } from './presets.ts';
import { spectrumColumns } from './spectrum.ts';

const BANDED = {
  ...PRESETS['smart-speaker'],
  device: generateArray('smart-speaker', firstValues('smart-speaker')),
};
const { drivers } = BANDED.device;

/** What the filters' length and Float32 leave of a band's edge, dB. */
const REALISED_DB = 0.2;

const FREQUENCIES = Float64Array.of(120, 300, 700, 1500, 3000, 8000);

/** Response of a driver to an input, zero phase at the latency. */
function responses(set: FilterSet) {
  const { re, im } = spectrumColumns(set, FREQUENCIES);
  return (bin: number, output: number, input: number) => {
    const at = (bin * set.outputs + output) * 3 + input;
    return { re: re[at]!, im: im[at]! };
  };
}

const levelDb = (pressure: number) => 20 * Math.log10(Math.abs(pressure));

describe('comparisons on drivers with bands', () => {
  it('are pure delays where no driver has a band', () => {
    const { firs, inputs, outputs, taps } = originalSet(PRESETS.soundbar);
    for (let path = 0; path < inputs * outputs; path++) {
      const sounding = firs.subarray(path * taps, (path + 1) * taps).filter((tap) => tap !== 0);
      const isOfCentre = path >= 2 * outputs;
      expect(sounding.length).toBeLessThanOrEqual(1);
      if (isOfCentre) expect(sounding).toHaveLength(1);
      for (const tap of sounding) expect([0.5, 1]).toContain(tap);
    }
  });

  it.each([
    ['the original', originalSet],
    ['the plain matrix', plainMatrixSet],
  ])('%s keeps every driver to its band', (_name, make) => {
    const at = responses(make(BANDED));
    drivers.forEach(({ bandHz }, output) => {
      const [low, high] = bandHz!;
      FREQUENCIES.forEach((hertz, bin) => {
        // Third order squared: 36 dB an octave, of which one octave out at least 30 are there.
        const isFarOut = hertz < low / 2 || hertz > high * 2;
        const { re, im } = at(bin, output, 2);
        if (isFarOut) expect(levelDb(Math.hypot(re, im))).toBeLessThan(-30);
      });
    });
  });

  it('the original sums to the level that it has without bands, evenly over frequency', () => {
    const at = responses(originalSet(BANDED));
    FREQUENCIES.forEach((_, bin) => {
      for (const [input, level] of [
        [2, drivers.length],
        [0, drivers.length / 2],
      ] as const) {
        const sum = drivers.reduce((all, __, output) => all + at(bin, output, input).re, 0);
        expect(Math.abs(levelDb(sum / level))).toBeLessThan(REALISED_DB);
      }
    });
  });

  it('gives a driver half of what crosses over at an edge', () => {
    const at = responses(originalSet(BANDED));
    const woofer = drivers.findIndex(({ id }) => id === 'woofer');
    const [low, edge] = [at(0, woofer, 2).re, at(1, woofer, 2).re];
    expect(drivers[woofer]!.bandHz![1]).toBe(FREQUENCIES[1]);
    expect(edge / low).toBeLessThan(0.51);
    expect(edge / low).toBeGreaterThan(0.2);
  });
});
