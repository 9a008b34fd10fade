import { describe, expect, it } from 'vitest';
import { toStereo } from './downmix.ts';

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
    // With one back centre.
    [7, 1 + 4 * h + 8 + 32 * h, 2 + 4 * h + 8 + 64 * h],
    [8, 1 + 4 * h + 16 * h + 64 * h, 2 + 4 * h + 32 * h + 128 * h],
  ])('mixes %i channels as recommended', (count, left, right) => {
    const stereo = toStereo(oneHot(count));
    expect(stereo.left[0]).toBeCloseTo(left, 4);
    expect(stereo.right[0]).toBeCloseTo(right, 4);
  });

  it('keeps the first two of an unknown layout', () => {
    expect(toStereo(oneHot(9))).toEqual({ left: new Float32Array([1]), right: new Float32Array([2]) });
  });

  it('goes by the speakers that a file names', () => {
    // Side left and right alone, then centre before left and right of the back: the lowest bit is the first channel.
    const sides = toStereo(oneHot(2), 0b110_0000_0000);
    expect([sides.left[0], sides.right[0]]).toEqual([Math.fround(h), Math.fround(2 * h)]);
    const three = toStereo(oneHot(3), 0b11_0100);
    expect(three.left[0]).toBeCloseTo(h + 2 * h, 6);
    expect(three.right[0]).toBeCloseTo(h + 4 * h, 6);
  });

  it('does without a mask that names fewer speakers than there are channels', () => {
    expect(toStereo(oneHot(2), 0b1).right[0]).toBe(2);
  });
});
