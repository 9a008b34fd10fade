import { describe, expect, it } from 'vitest';
import { trackDigest } from './track-digest.ts';

const RATE = 1000;

function impulses(seconds: number, at: readonly number[]): Float32Array {
  const x = new Float32Array(seconds * RATE);
  for (const index of at) x[index] = 1;
  return x;
}

describe('trackDigest', () => {
  it('leaves a short track whole', () => {
    const x = impulses(8, [5]);
    expect(trackDigest({ sampleRateHz: RATE, left: x, right: x }).left).toBe(x);
  });

  it('keeps the loudest moment of every part, of either channel', () => {
    // Each part is a second long; one peak in each, left and right in turn.
    const peaks = Array.from({ length: 64 }, (_, part) => part * RATE + 100 + 12 * part);
    const side = (odd: number) =>
      impulses(
        64,
        peaks.filter((_, part) => part % 2 === odd),
      );
    const digest = trackDigest({ sampleRateHz: RATE, left: side(0), right: side(1) });
    expect(digest.left).toHaveLength(8 * RATE);
    const count = (x: Float32Array) => x.filter((value) => value === 1).length;
    expect([count(digest.left), count(digest.right)]).toEqual([32, 32]);
  });

  it('begins and ends every moment near silence', () => {
    const x = new Float32Array(100 * RATE).fill(1);
    const { left } = trackDigest({ sampleRateHz: RATE, left: x, right: x });
    for (const edge of [0, 124, 125, 7999]) expect(left[edge]).toBeCloseTo(0.1, 6);
    expect(left[60]).toBe(1);
  });
});
