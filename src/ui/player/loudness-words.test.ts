import { describe, expect, it } from 'vitest';
import { loudnessWords } from './loudness-words.ts';

const MATCH = {
  gainDb: { A: -1.4, B: -3.7 },
  lufs: { A: -16.4, B: -14.1 },
  unmatchedGainDb: -2,
  measuredSeconds: 48,
};
const withLufs = (lufs: (typeof MATCH)['lufs']) => ({ ...MATCH, lufs });

describe('loudnessWords', () => {
  it('gives all gains', () => {
    expect(loudnessWords(MATCH, true, 'track')).toBe('A −1.4 dB, B −3.7 dB: equally loud at the ears');
    const three = {
      ...MATCH,
      gainDb: { ...MATCH.gainDb, C: 0.5 },
      lufs: { ...MATCH.lufs, C: -18 },
    };
    expect(loudnessWords(three, true, 'track')).toBe(
      'A −1.4 dB, B −3.7 dB, C +0.5 dB: equally loud at the ears',
    );
    expect(loudnessWords(three, false, 'track')).toBe('B is 3.9 dB louder than C at the ears');
  });

  it('says which is louder when they are left as they are', () => {
    expect(loudnessWords(MATCH, false, 'track')).toBe('B is 2.3 dB louder than A at the ears');
    expect(loudnessWords(withLufs({ A: -16.4, B: -20 }), false, 'track')).toBe(
      'A is 3.6 dB louder than B at the ears',
    );
    expect(loudnessWords(withLufs({ A: -16.4, B: -16.42 }), false, 'track')).toBe(
      'All are equally loud as they are',
    );
  });

  it('says what they stand on where it is no track', () => {
    expect(loudnessWords(MATCH, true, 'live')).toBe(
      'A −1.4 dB, B −3.7 dB: equally loud at the ears, from the last 48 s',
    );
    expect(loudnessWords(MATCH, true, 'noise')).toMatch(/by pink noise until more is heard$/);
  });

  it('knows silence', () => {
    expect(loudnessWords(withLufs({ A: -Infinity, B: -14 }), true, 'track')).toContain('silent');
  });
});
