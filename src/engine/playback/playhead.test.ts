import { describe, expect, it } from 'vitest';
import { cutAt, placeAt, type Segment } from './playhead.ts';

const segments: readonly Segment<string>[] = [
  { at: 1000, track: 'one', from: 500, frames: 300 },
  { at: 1300, track: 'two', from: 0, frames: 200 },
  // After a gap.
  { at: 1600, track: 'two', from: 200, frames: 100 },
];

describe('placeAt', () => {
  it('waits until the first frame', () => {
    expect(placeAt(segments, 0)).toEqual({ track: 'one', frame: 500 });
    expect(placeAt(segments, 1000)).toEqual({ track: 'one', frame: 500 });
  });

  it('goes from one track to the next on its first frame', () => {
    expect(placeAt(segments, 1299)).toEqual({ track: 'one', frame: 799 });
    expect(placeAt(segments, 1300)).toEqual({ track: 'two', frame: 0 });
  });

  it('stands still in a gap and at the end', () => {
    expect(placeAt(segments, 1550)).toEqual({ track: 'two', frame: 200 });
    expect(placeAt(segments, 1601)).toEqual({ track: 'two', frame: 201 });
    expect(placeAt(segments, 9000)).toEqual({ track: 'two', frame: 300 });
  });

  it('knows nothing without a segment', () => {
    expect(placeAt([], 0)).toBeNull();
  });
});

describe('cutAt', () => {
  it('keeps what is before', () => {
    expect(cutAt(segments, 1400)).toEqual([segments[0], { ...segments[1], frames: 100 }]);
    expect(placeAt(cutAt(segments, 1400), 2000)).toEqual({ track: 'two', frame: 100 });
  });
});
