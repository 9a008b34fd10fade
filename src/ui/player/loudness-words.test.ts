import { describe, expect, it } from 'vitest';
import { loudnessWords } from './loudness-words.ts';

const MATCH = {
  originalGainDb: -1.4,
  spatialGainDb: -3.7,
  originalLufs: -16.4,
  spatialLufs: -14.1,
  unmatchedGainDb: -2,
  measuredSeconds: 48,
};

describe('loudnessWords', () => {
  it('gives both gains', () => {
    expect(loudnessWords(MATCH, true)).toBe('A −1.4 dB, B −3.7 dB: equally loud at the ears');
  });

  it('says which side is louder when they are left as they are', () => {
    expect(loudnessWords(MATCH, false)).toBe('B is 2.3 dB louder at the ears');
    expect(loudnessWords({ ...MATCH, spatialLufs: -20 }, false)).toBe('A is 3.6 dB louder at the ears');
    expect(loudnessWords({ ...MATCH, spatialLufs: -16.42 }, false)).toBe('Both are equally loud as they are');
  });

  it('knows silence', () => {
    expect(loudnessWords({ ...MATCH, originalLufs: -Infinity }, true)).toContain('silent');
  });
});
