import { describe, expect, it } from 'vitest';
import { heardPosition } from './playhead.ts';

describe('heardPosition', () => {
  const stretch = { offsetSeconds: 10, startsAt: 100 };
  const delay = 0.2;

  it('waits until the first sample is heard', () => {
    expect(heardPosition(stretch, 100, delay, 60)).toBe(10);
    expect(heardPosition(stretch, 100.2, delay, 60)).toBeCloseTo(10, 9);
    expect(heardPosition(stretch, 101.2, delay, 60)).toBeCloseTo(11, 9);
  });

  it('runs on to the last sample after a stop', () => {
    const stopped = { ...stretch, stopsAt: 105 };
    expect(heardPosition(stopped, 105.1, delay, 60)).toBeCloseTo(14.9, 9);
    expect(heardPosition(stopped, 200, delay, 60)).toBeCloseTo(15, 9);
  });

  it('does not pass the end', () => {
    expect(heardPosition(stretch, 500, delay, 60)).toBe(60);
  });
});
