import { describe, expect, it } from 'vitest';
import { shapeFor } from '../protocol/listening-protocol.ts';
import { loadOf, workOf } from './load-model.ts';

const SMALL = { outputs: 2, taps: 1024 };
const LONG = { outputs: 2, taps: 16_384 };
const LARGE = { outputs: 16, taps: 8192 };
const measured = [
  { size: LARGE, share: 0.4 },
  { size: SMALL, share: 0.01 },
  { size: LONG, share: 0.02 },
];

describe('workOf', () => {
  it('grows with outputs and with taps', () => {
    const taps = [256, 1024, 4096, 16_384];
    for (const outputs of [2, 8, 32]) {
      const work = taps.map((count) => workOf({ outputs, taps: count }));
      expect(work).toEqual([...work].sort((a, b) => a - b));
      expect(new Set(work).size).toBe(taps.length);
    }
    for (const count of taps) {
      const work = [2, 4, 16, 32].map((outputs) => workOf({ outputs, taps: count }));
      expect(work).toEqual([...work].sort((a, b) => a - b));
    }
  });

  it('is that of the player’s own chain wherever the filters fit into it', () => {
    expect(shapeFor({ outputs: 2, taps: 512 })).toEqual({ inputs: 3, maxOutputs: 2, maxTaps: 16_384 });
    expect(workOf({ outputs: 1, taps: 512 })).toBe(workOf({ outputs: 2, taps: 512 }));
    expect(shapeFor({ outputs: 8, taps: 512 })).toEqual({ inputs: 3, maxOutputs: 8, maxTaps: 512 });
  });
});

describe('loadOf', () => {
  it('gives what was measured back', () => {
    for (const { size, share } of measured) expect(loadOf(measured, size)).toBeCloseTo(share, 12);
  });

  it('lies between its neighbours in proportion to the work', () => {
    const size = { outputs: 8, taps: 4096 };
    const part = (workOf(size) - workOf(LONG)) / (workOf(LARGE) - workOf(LONG));
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(1);
    expect(loadOf(measured, size)).toBeCloseTo(0.02 + part * 0.38, 12);
  });

  it('stays the same below the smallest and grows with the work above the largest', () => {
    expect(loadOf(measured, { outputs: 2, taps: 256 })).toBe(0.01);
    const size = { outputs: 32, taps: 8192 };
    expect(loadOf(measured, size)).toBeCloseTo((0.4 * workOf(size)) / workOf(LARGE), 12);
  });

  it('never falls with the work, however odd the measurements are', () => {
    const odd = measured.map(({ size, share }) => ({ size, share: size === SMALL ? 0.3 : share }));
    expect(loadOf(odd, LONG)).toBe(0.3);
    expect(loadOf(odd, LARGE)).toBe(0.4);
  });
});
