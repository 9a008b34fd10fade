import type { Stereo } from '../../media/downmix.ts';
import { stereoBuffer } from '../stereo-buffer.ts';
import type { Piece, Playable } from './playable.ts';

/** Over this long the end of a loop goes over into what comes before its beginning. */
const SEAM_SECONDS = 0.008;

/** Frames at the context's rate, `to` excluded. */
export interface LoopRange {
  readonly from: number;
  readonly to: number;
}

export const seamFramesAt = (sampleRateHz: number): number => Math.round(SEAM_SECONDS * sampleRateHz);

/**
 * The last frames of a loop, mixed with those before its beginning, so that its first frame follows the last without a
 * step and its length is kept. Both gains sum to one.
 * @param start where in the seam to begin, within the seam before the loop's end
 */
export async function loopSeam(
  track: Playable,
  loop: LoopRange,
  start: number,
  sampleRateHz: number,
): Promise<Piece> {
  const seamFrames = seamFramesAt(sampleRateHz);
  const frames = loop.to - start;
  const [leaving, coming] = await Promise.all([
    collect(track, start, frames),
    // Before its beginning a track is silent.
    collect(track, loop.from - frames, frames),
  ]);
  const mix = (out: Float32Array, into: Float32Array) =>
    Float32Array.from(out, (x, n) => {
      const share = (seamFrames - frames + n + 1) / seamFrames;
      return x + share * (into[n]! - x);
    });
  const stereo = { left: mix(leaving.left, coming.left), right: mix(leaving.right, coming.right) };
  return { buffer: stereoBuffer(stereo, sampleRateHz), offset: 0, frames };
}

/** A stretch of a track copied together; silence where it has nothing. */
async function collect(track: Playable, from: number, count: number): Promise<Stereo> {
  const left = new Float32Array(count);
  const right = new Float32Array(count);
  for (let n = Math.max(0, -from); n < count;) {
    const piece = await track.piece(from + n, count - n);
    if (piece === null) break;
    [left, right].forEach((side, c) => {
      const samples = piece.buffer.getChannelData(c);
      side.set(samples.subarray(piece.offset, piece.offset + piece.frames), n);
    });
    n += piece.frames;
  }
  return { left, right };
}
