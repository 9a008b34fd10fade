import type { Stereo } from './downmix.ts';
import type { StereoReader } from './stereo-reader.ts';

/** A track up to this long stays whole. */
const WHOLE_SECONDS = 120;
const PARTS = 20;
const PART_SECONDS = 3;
/** Where parts meet: what was cut off is no click to be measured as a peak. */
const FADE_SECONDS = 0.005;

/** @param length samples, all zero at first */
type MakeRoom = (length: number) => Float32Array;

/** Both sides, at the reader's rate, in memory that several threads may share. */
export interface Excerpts {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/**
 * What stands for a track where its loudness is measured: all of it, or parts spread over it evenly, one after the other.
 * @param room makes what they are put into
 */
export async function readExcerpts(
  reader: StereoReader,
  rateHz: number,
  room: MakeRoom = (length) => new Float32Array(length),
): Promise<Excerpts> {
  if (reader.frames <= WHOLE_SECONDS * rateHz) return whole([await reader.read(0, reader.frames)], room);
  const length = PART_SECONDS * rateHz;
  const parts: (Stereo | null)[] = [];
  for (let part = 0; part < PARTS; part++) {
    const middle = ((part + 0.5) * reader.frames) / PARTS;
    const stereo = await reader.read(Math.round(middle - length / 2), length);
    if (stereo !== null)
      for (const side of [stereo.left, stereo.right]) fadeEnds(side, FADE_SECONDS * rateHz);
    parts.push(stereo);
  }
  return whole(parts, room);
}

function fadeEnds(x: Float32Array, frames: number): void {
  for (let n = 0; n < Math.min(frames, x.length / 2); n++) {
    x[n]! *= n / frames;
    x[x.length - 1 - n]! *= n / frames;
  }
}

function whole(parts: readonly (Stereo | null)[], room: MakeRoom): Excerpts {
  const there = parts.filter((part) => part !== null);
  const join = (side: keyof Stereo) => {
    const joined = room(there.reduce((sum, part) => sum + part[side].length, 0));
    let at = 0;
    for (const part of there) {
      joined.set(part[side], at);
      at += part[side].length;
    }
    return joined;
  };
  return { left: join('left'), right: join('right') };
}
