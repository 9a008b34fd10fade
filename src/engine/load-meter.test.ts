import { describe, expect, it } from 'vitest';
import type { PartTime } from '../protocol/load-board.ts';
import { loadsOf } from './load-meter.ts';

const idle: PartTime = { spentMicroseconds: 0, frames: 0, longestMicroseconds: 0 };

describe('loadsOf', () => {
  it('is the time spent over the time that its own samples last', () => {
    // At 48 kHz 480 samples last 10 ms and a quantum 2667 µs.
    const first = { spentMicroseconds: 800, frames: 384, longestMicroseconds: 400 };
    const second = { spentMicroseconds: 200, frames: 96, longestMicroseconds: 267 };
    const loads = loadsOf(
      [
        [first, idle, idle, idle],
        [second, idle, idle, idle],
      ],
      48_000,
    );
    expect(loads).toHaveLength(1);
    expect(loads[0]!.part).toBe('upmix');
    expect(loads[0]!.share).toBeCloseTo(0.1, 12);
    expect(loads[0]!.longestShare).toBeCloseTo(0.15, 12);
  });

  it('is empty while nothing has run', () => {
    expect(loadsOf([], 48_000)).toEqual([]);
    expect(loadsOf([[idle, idle, idle, idle]], 48_000)).toEqual([]);
  });
});
