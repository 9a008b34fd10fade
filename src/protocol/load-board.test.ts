import { describe, expect, it } from 'vitest';
import { LOAD_BOARD_BYTES, LoadClock, Stopwatch, TIMED_PARTS } from './load-board.ts';

function createBoard() {
  const memory = new SharedArrayBuffer(LOAD_BOARD_BYTES);
  const clock = new LoadClock(memory);
  const work = (part: (typeof TIMED_PARTS)[number]) => new Stopwatch(memory, part);
  return { clock, upmix: work('upmix'), limiter: work('limiter') };
}

describe('the load board', () => {
  it('adds up what each part took, and keeps its longest call', () => {
    const { clock, upmix, limiter } = createBoard();
    clock.open();
    for (const [from, to] of [
      [100, 130],
      [2800, 2850],
    ]) {
      clock.tell(from!, false);
      upmix.start();
      clock.tell(to!, false);
      upmix.stop(128);
      limiter.start();
      clock.tell(to! + 7, false);
      limiter.stop(128);
    }
    clock.tell(5500, false);
    for (const part of [upmix, limiter]) part.start();
    const times = clock.close();
    expect(times[0]).toEqual({ spentMicroseconds: 80, frames: 256, longestMicroseconds: 50 });
    expect(times[TIMED_PARTS.indexOf('filter matrix')]!.frames).toBe(0);
    expect(times[TIMED_PARTS.indexOf('limiter')]).toMatchObject({ spentMicroseconds: 14, frames: 256 });
  });

  it('counts nothing outside a window or across its end, and starts each window anew', () => {
    const { clock, upmix } = createBoard();
    const call = () => {
      upmix.start();
      upmix.stop(128);
    };
    call();
    call();
    clock.open();
    upmix.start();
    clock.tell(900, false);
    expect(clock.close()[0]!.frames).toBe(0);
    upmix.stop(128);
    clock.open();
    clock.tell(950, false);
    call();
    expect(clock.close()[0]!.frames).toBe(0);
  });

  it.each([
    ['begins', 100, true, false, false],
    ['lies', 100, false, true, false],
    ['ends', 100, false, false, true],
  ])(
    'does not count a call while the time stands still: where that %s in it',
    (_, at, before, within, after) => {
      const { clock, upmix } = createBoard();
      clock.open();
      clock.tell(at, false);
      upmix.start();
      // It stands: nothing is told, or only later and in another stretch.
      if (!before) clock.tell(at + 20, within);
      upmix.stop(128);
      clock.tell(at + 900, before || after);
      upmix.start();
      clock.tell(at + 950, false);
      upmix.stop(128);
      clock.tell(at + 960, false);
      upmix.start();
      // The call after is the only one that is known.
      expect(clock.close()[0]).toEqual({ spentMicroseconds: 50, frames: 128, longestMicroseconds: 50 });
    },
  );

  it('goes on when the stretches have gone round', () => {
    const { clock, upmix } = createBoard();
    for (let window = 0; window < 2000; window++) {
      clock.open();
      clock.tell(10, false);
      upmix.start();
      clock.tell(999_998, false);
      upmix.stop(128);
      clock.tell(999_999, false);
      upmix.start();
      expect(clock.close()[0]).toEqual({
        spentMicroseconds: 999_988,
        frames: 128,
        longestMicroseconds: 999_988,
      });
    }
  });

  it('is nothing where a page has no shared memory', () => {
    const stopwatch = new Stopwatch(undefined, 'upmix');
    stopwatch.start();
    expect(() => stopwatch.stop(128)).not.toThrow();
  });
});
