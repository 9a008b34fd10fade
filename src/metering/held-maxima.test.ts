import { describe, expect, it } from 'vitest';
import { HeldMaxima } from './held-maxima.ts';

describe('HeldMaxima', () => {
  it('holds the largest until it was seen, then only what came since', () => {
    const held = new HeldMaxima(2);
    held.take(Float64Array.of(1, 5), false);
    held.take(Float64Array.of(3, 2), false);
    expect([...held.values]).toEqual([3, 5]);
    held.take(Float64Array.of(2, 1), true);
    expect([...held.values]).toEqual([2, 1]);
  });

  it('leaves the step empty for the next', () => {
    const step = Float64Array.of(1, 2);
    new HeldMaxima(2).take(step, false);
    expect([...step]).toEqual([0, 0]);
  });
});
