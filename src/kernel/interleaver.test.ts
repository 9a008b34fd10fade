import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Interleaver } from './interleaver.ts';
import { kernelModule } from './testing/kernel-module.ts';

const MOST_FRAMES = 64;
const module = kernelModule();
const shapes = fc
  .record({ channels: fc.integer({ min: 1, max: 13 }), from: fc.integer({ min: 0, max: MOST_FRAMES - 1 }) })
  .chain(({ channels, from }) =>
    fc.record({
      channels: fc.constant(channels),
      from: fc.constant(from),
      count: fc.integer({ min: 1, max: MOST_FRAMES - from }),
    }),
  );

it('puts the samples of one moment side by side, from any frame on', () => {
  fc.assert(
    fc.property(shapes, ({ channels, from, count }) => {
      const interleaver = new Interleaver(module, channels, MOST_FRAMES, 2 * MOST_FRAMES);
      interleaver.planes.forEach((plane, channel) => {
        for (let n = 0; n < MOST_FRAMES; n++) plane[n] = 100 * n + channel;
      });
      const expected = Array.from(
        { length: channels * count },
        (_, at) => 100 * (from + Math.floor(at / channels)) + (at % channels),
      );
      interleaver.add(from, count);
      expect(interleaver.room).toBe(2 * MOST_FRAMES - count);
      expect(Array.from(interleaver.take())).toEqual(expected);
      // Once more, and behind others: nothing of them is lost.
      interleaver.add(0, 5);
      interleaver.add(from, count);
      expect(Array.from(interleaver.take().subarray(5 * channels))).toEqual(expected);
      expect(interleaver.room).toBe(2 * MOST_FRAMES);
    }),
  );
});
