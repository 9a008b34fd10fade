import { describe, expect, it } from 'vitest';
import { pressureTransfers } from './transfers.ts';
import type { Device } from './types.ts';

/** Phases that are turned bin by bin against sines and cosines of each: a few roundings of 64 turns. */
const TURNING_TOLERANCE = 1e-13;

const device: Device = {
  baffle: { kind: 'none' },
  drivers: [
    { id: 'near', positionM: [0, 0.3, 0], radiusM: 0.02 },
    { id: 'far', positionM: [-0.1, -0.4, 0.2], radiusM: 0.02, gainDb: -3 },
  ],
};

describe('transfers on evenly spaced frequencies', () => {
  it('are those of the same frequencies one by one', () => {
    const even = Float64Array.from({ length: 1025 }, (_, bin) => (bin * 24000) / 1024);
    const all = pressureTransfers(device, [[2, 0.1, 0.2]], even, 343);
    for (const bin of [0, 1, 63, 64, 127, 1000, 1024]) {
      const one = pressureTransfers(device, [[2, 0.1, 0.2]], even.slice(bin, bin + 1), 343);
      for (let driver = 0; driver < 2; driver++) {
        expect(Math.abs(all.re[2 * bin + driver]! - one.re[driver]!)).toBeLessThan(TURNING_TOLERANCE);
        expect(Math.abs(all.im[2 * bin + driver]! - one.im[driver]!)).toBeLessThan(TURNING_TOLERANCE);
      }
    }
  });
});
