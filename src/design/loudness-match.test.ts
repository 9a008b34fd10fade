import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchGains, type MeasuredSet } from './loudness-match.ts';

const CEILING = 0.9;

const level = fc.double({ min: -50, max: 0, noNaN: true });
const measured: fc.Arbitrary<MeasuredSet> = fc.record({
  earsLufs: level,
  outputLufs: level,
  outputPeak: fc.double({ min: 0.01, max: 4, noNaN: true }),
});

describe('matchGains', () => {
  it('makes all sets equally loud and keeps all of them below the ceiling', () => {
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1, maxLength: 4 }), level, (sets, track) => {
        const { gainsDb, unmatchedGainDb } = matchGains(sets, track, CEILING);
        const over = 1 + 1e-9;
        sets.forEach(({ earsLufs, outputPeak }, i) => {
          expect(earsLufs + gainsDb[i]!).toBeCloseTo(sets[0]!.earsLufs + gainsDb[0]!, 9);
          expect(outputPeak * 10 ** (gainsDb[i]! / 20)).toBeLessThan(CEILING * over);
          expect(outputPeak * 10 ** (unmatchedGainDb / 20)).toBeLessThan(CEILING * over);
        });
      }),
    );
  });

  it('leaves the original alone where nothing is in the way', () => {
    const original = { earsLufs: -20, outputLufs: -18, outputPeak: 0.5 };
    const others = [
      { earsLufs: -23, outputLufs: -20, outputPeak: 0.4 },
      { earsLufs: -19, outputLufs: -20, outputPeak: 0.4 },
    ];
    expect(matchGains([original, ...others], -18, CEILING)).toEqual({
      gainsDb: [0, 3, -1],
      unmatchedGainDb: 0,
    });
  });

  it('plays the signals at distant ears as loud as the track', () => {
    const original = { earsLufs: -30, outputLufs: -30, outputPeak: 0.1 };
    const spatial = { earsLufs: -32, outputLufs: -32, outputPeak: 0.1 };
    const { gainsDb, unmatchedGainDb } = matchGains([original, spatial], -18, CEILING);
    expect(gainsDb).toEqual([12, 14]);
    expect(unmatchedGainDb).toBe(12);
  });

  it('does nothing to silence', () => {
    const silent = { earsLufs: -Infinity, outputLufs: -Infinity, outputPeak: 0 };
    expect(matchGains([silent, silent], -Infinity, CEILING)).toEqual({ gainsDb: [0, 0], unmatchedGainDb: 0 });
  });
});
