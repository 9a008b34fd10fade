import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followed, isWhole, panned, SHORTEST_VIEW_SECONDS, wholeOf, zoomed } from './wave-view.ts';

const DURATION = 100;

describe('the view of a waveform', () => {
  it('goes nearer around what is pointed at, and stays in the track whatever is done to it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0.1, max: 10, noNaN: true }), fc.nat(DURATION))),
        (steps) => {
          let view = wholeOf(DURATION);
          for (const [isZoom, amount, at] of steps)
            view = isZoom ? zoomed(view, amount, at, DURATION) : panned(view, amount * (at - 50), DURATION);
          expect(view.from).toBeGreaterThanOrEqual(0);
          // Sums of seconds in Float64.
          expect(view.to).toBeLessThanOrEqual(DURATION + 1e-9);
          expect(view.to - view.from).toBeGreaterThanOrEqual(SHORTEST_VIEW_SECONDS - 1e-9);
        },
      ),
    );
    const view = zoomed(wholeOf(DURATION), 0.5, 30, DURATION);
    expect((30 - view.from) / (view.to - view.from)).toBeCloseTo(0.3, 10);
    expect(isWhole(view, DURATION)).toBe(false);
    expect(isWhole(zoomed(view, 2, 30, DURATION), DURATION)).toBe(true);
  });

  it('is the whole of a track that is shorter than the nearest view', () =>
    expect(zoomed(wholeOf(0.3), 0.5, 0.1, 0.3)).toEqual({ from: 0, to: 0.3 }));

  it('follows what plays when it runs out of it, and not when it was elsewhere', () => {
    const view = { from: 20, to: 30 };
    expect(followed(view, 29.9, 30.1, DURATION)).toEqual({ from: 30.1, to: 40.1 });
    expect(followed(view, 29.8, 29.9, DURATION)).toBe(view);
    expect(followed(view, 50, 50.1, DURATION)).toBe(view);
    expect(followed({ from: 85, to: 95 }, 94.9, 95.1, DURATION)).toEqual({ from: 90, to: 100 });
  });
});
