import { describe, expect, it } from 'vitest';
import { toStereo } from './stereo.ts';

/** One sample in each of `count` channels, a power of two each, so that every sum tells what went in. */
function oneHot(count: number): Float32Array<ArrayBuffer>[] {
  return Array.from({ length: count }, (_, c) => new Float32Array([2 ** c]));
}

describe('toStereo', () => {
  const h = Math.SQRT1_2;

  it('leaves stereo as it is', () => {
    const [left, right] = oneHot(2);
    expect(toStereo([left!, right!])).toEqual({ left, right });
  });

  it('plays mono on both sides', () => {
    expect(toStereo(oneHot(1))).toEqual({ left: new Float32Array([1]), right: new Float32Array([1]) });
  });

  it.each([
    [4, 1 + 4 * h, 2 + 8 * h],
    [6, 1 + 4 * h + 16 * h, 2 + 4 * h + 32 * h],
    [8, 1 + 4 * h + 16 * h + 64 * h, 2 + 4 * h + 32 * h + 128 * h],
  ])('mixes %i channels as recommended', (count, left, right) => {
    const stereo = toStereo(oneHot(count));
    expect(stereo.left[0]).toBeCloseTo(left, 4);
    expect(stereo.right[0]).toBeCloseTo(right, 4);
  });

  it('keeps the first two of an unknown layout', () => {
    expect(toStereo(oneHot(7))).toEqual({ left: new Float32Array([1]), right: new Float32Array([2]) });
  });
});
