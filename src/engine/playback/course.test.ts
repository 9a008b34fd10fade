import type { IAudioBuffer } from 'standardized-audio-context';
import { describe, expect, it } from 'vitest';
import { Course, type Plan, type Step } from './course.ts';
import type { Playable } from './playable.ts';

const RATE_HZ = 1000;
const CHUNK = 400;

/** A track whose pieces end where its chunks do; the numbers alone are looked at. */
function trackOf(frames: number, isAtHand = true): Playable {
  return {
    frames,
    piece(from, most) {
      const end = Math.min(frames, (Math.floor(from / CHUNK) + 1) * CHUNK);
      const found = { buffer: {} as IAudioBuffer, offset: from % CHUNK, frames: Math.min(most, end - from) };
      const piece = from < frames ? found : null;
      return isAtHand ? piece : Promise.resolve(piece);
    },
    dispose: () => undefined,
  };
}

async function stretches(course: Course, count: number): Promise<[Playable, number, number][]> {
  const taken: [Playable, number, number][] = [];
  for (let n = 0; n < count; n++) {
    const step: Step | null = await course.step();
    if (step === null) break;
    taken.push([step.track, step.frame, step.piece.frames]);
  }
  return taken;
}

describe('Course', () => {
  const one = trackOf(1000);
  const two = trackOf(500, false);
  const plan: Plan = { current: one, loop: null, following: two };
  const from = (frame: number, wished: () => Plan) => new Course({ track: one, frame }, wished, RATE_HZ);

  it('goes on to the track that follows, and ends behind it', async () => {
    expect(
      await stretches(
        from(300, () => plan),
        9,
      ),
    ).toEqual([
      [one, 300, 100],
      [one, 400, 400],
      [one, 800, 200],
      [two, 0, 400],
      [two, 400, 100],
    ]);
  });

  it('takes what is at hand at once', () => {
    expect(from(0, () => plan).step()).toMatchObject({ track: one, frame: 0 });
  });

  it('goes on when something is to follow after all', async () => {
    let wished: Plan = { ...plan, following: null };
    const course = from(800, () => wished);
    expect(await stretches(course, 9)).toEqual([[one, 800, 200]]);
    wished = plan;
    expect(await stretches(course, 1)).toEqual([[two, 0, 400]]);
  });

  it('stops before the seam of a loop, of which it does not go past the end', async () => {
    const looped = from(350, () => ({ ...plan, loop: { from: 100, to: 700 } }));
    // The seam takes 8 frames at this rate.
    expect(await stretches(looped, 2)).toEqual([
      [one, 350, 50],
      [one, 400, 292],
    ]);
    expect(looped.next).toEqual({ track: one, frame: 692 });
  });

  it('plays on to the end from behind a loop', async () => {
    const behind = from(700, () => ({ ...plan, loop: { from: 100, to: 700 } }));
    expect((await stretches(behind, 9)).at(-1)).toEqual([two, 400, 100]);
  });
});
