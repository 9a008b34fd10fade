import type { IAudioBuffer } from 'standardized-audio-context';
import type { Stereo } from '../../media/downmix.ts';
import { stereoBuffer } from '../stereo-buffer.ts';

/** A stretch of a track in a buffer that a source node can play. Frames at the context's rate. */
export interface Piece {
  readonly buffer: IAudioBuffer;
  /** Where in the buffer it begins. */
  readonly offset: number;
  readonly frames: number;
}

/** A track as it is played: stereo at the context's rate. */
export interface Playable {
  /** Length; of a file that turns out shorter the pieces end before. */
  readonly frames: number;
  /**
   * What begins at a frame: up to `most` frames, at least one; null where nothing follows. At once where it is at hand.
   */
  piece(from: number, most: number): Piece | null | Promise<Piece | null>;
  /** Lets go what it holds. */
  dispose(): void;
}

/** A whole track in memory. */
export function heldTrack(stereo: Stereo, sampleRateHz: number): Playable {
  const buffer = stereoBuffer(stereo, sampleRateHz);
  const { length } = stereo.left;
  return {
    frames: length,
    piece: (from, most) =>
      from < length ? { buffer, offset: from, frames: Math.min(most, length - from) } : null,
    dispose: () => undefined,
  };
}
