import { describe, expect, it } from 'vitest';
import { earTransfers } from '../acoustics/transfers.ts';
import { createMatrices } from './matrices.ts';
import { foldBands, foldColumns, foldOf, mirrorEars, mirrorOrder, unfoldRows } from './mirror.ts';
import { PRESETS } from './presets.ts';

describe('mirror', () => {
  const { device, listener } = PRESETS.soundbar;

  it('finds the order of a symmetric array, and none of an uneven one', () => {
    expect(mirrorOrder(device, listener)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(mirrorOrder(PRESETS['smart-speaker'].device, listener)).toEqual([2, 1, 0]);
    expect(mirrorOrder(device, { ...listener, positionM: [2, 0.1, 0] })).toBeNull();
    const [first, ...others] = device.drivers;
    expect(mirrorOrder({ ...device, drivers: [{ ...first!, gainDb: -1 }, ...others] }, listener)).toBeNull();
    expect(mirrorOrder({ ...device, drivers: others }, listener)).toBeNull();
  });

  it('shows the ears what they hear on the other side', () => {
    const frequenciesHz = Float64Array.of(0, 500, 5000);
    const left = earTransfers(device, listener, frequenciesHz, 343, [0, 0.05, 0]);
    const right = earTransfers(device, listener, frequenciesHz, 343, [0, -0.05, 0]);
    const mirrored = mirrorEars(left, mirrorOrder(device, listener)!);
    // Roundings of two computations.
    mirrored.re.forEach((x, i) => expect(Math.abs(x - right.re[i]!)).toBeLessThan(1e-12));
    mirrored.im.forEach((y, i) => expect(Math.abs(y - right.im[i]!)).toBeLessThan(1e-12));
  });

  it('folds an even row into pairs of the same power, and back', () => {
    const fold = foldOf([4, 3, 2, 1, 0]);
    const row = { ...createMatrices(1, 1, 5), re: Float64Array.of(1, 2, 3, 2, 1) };
    const folded = foldColumns(row, fold);
    expect(fold.pairs).toEqual([
      [0, 4],
      [1, 3],
      [2, 2],
    ]);
    // Roundings of a square root.
    expect(folded.re.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(19, 12);
    const filters = unfoldRows({ ...createMatrices(1, 3, 1), re: folded.re }, fold);
    filters.re.forEach((x, i) => expect(x).toBeCloseTo(row.re[i]!, 12));
    expect([...foldBands(Float64Array.of(1, 2, 3, 2, 1, 4, 5, 6, 5, 4), fold)]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
