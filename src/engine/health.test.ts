import { describe, expect, it } from 'vitest';
import { gapsSoFar, healthOf } from './health.ts';

describe('healthOf', () => {
  it('passes on what the browser tells', () => {
    const playbackStats = { underrunEvents: 2, underrunDuration: 0.01, totalDuration: 60 };
    expect(healthOf({ baseLatency: 0.01, outputLatency: 0.03, playbackStats }, 0.09, null)).toEqual({
      algorithmSeconds: 0.09,
      baseSeconds: 0.01,
      outputSeconds: 0.03,
      gaps: { count: 2, seconds: 0.01, ofSeconds: 60 },
    });
  });

  it('counts from when playing began', () => {
    const before = gapsSoFar({
      baseLatency: 0,
      playbackStats: { underrunEvents: 2, underrunDuration: 0.01, totalDuration: 60 },
    });
    const playbackStats = { underrunEvents: 3, underrunDuration: 0.015, totalDuration: 90 };
    const { gaps } = healthOf({ baseLatency: 0.01, playbackStats }, 0.09, before);
    expect(gaps).toMatchObject({ count: 1, ofSeconds: 30 });
    expect(gaps!.seconds).toBeCloseTo(0.005, 12);
  });

  it.each([{ baseLatency: 0.01 }, { baseLatency: 0.01, outputLatency: 0 }])(
    'makes nothing up where it does not',
    (told) => {
      expect(healthOf(told, 0.09, null)).toMatchObject({ outputSeconds: null, gaps: null });
    },
  );
});
