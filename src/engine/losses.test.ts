import { describe, expect, it } from 'vitest';
import { Losses } from './losses.ts';

describe('what of a track could not be read', () => {
  it('is told once, however often it is met', () => {
    const losses = new Losses();
    expect(losses.add([])).toBe(false);
    expect(losses.add([{ atSeconds: 63, seconds: 0.5 }])).toBe(true);
    expect(losses.add([{ atSeconds: 63, seconds: 0.5 }])).toBe(false);
    // Met in its middle, after a seek.
    expect(losses.add([{ atSeconds: 63.25, seconds: 0.25 }])).toBe(false);
    expect(losses.summary).toEqual({ places: 1, atSeconds: 63, seconds: 0.5 });
  });

  it('is all of it, with the first place, in whatever order it is found', () => {
    const losses = new Losses();
    losses.add([{ atSeconds: 100, seconds: 0.25 }]);
    expect(losses.add([{ atSeconds: 10, seconds: 0.5 }])).toBe(true);
    expect(losses.summary).toEqual({ places: 2, atSeconds: 10, seconds: 0.75 });
  });

  it('is one place where hardly anything is between', () => {
    const losses = new Losses();
    losses.add([
      { atSeconds: 8, seconds: 0.5 },
      { atSeconds: 8.5625, seconds: 0.4375 },
    ]);
    expect(losses.summary).toEqual({ places: 1, atSeconds: 8, seconds: 1 });
  });
});
