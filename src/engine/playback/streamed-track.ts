import type { IAudioBuffer } from 'standardized-audio-context';
import type { Stereo } from '../../media/downmix.ts';
import { stereoBuffer } from '../stereo-buffer.ts';
import type { Piece, Playable } from './playable.ts';

/** Read at once. */
const CHUNK_SECONDS = 1;
/** Of which at least so much is given at once, but at the end: what follows it is to be in time. */
const LEAST_SECONDS = 0.25;
/** Kept of what was read: what is ahead of what plays, and some to go back to. */
const KEPT_CHUNKS = 32;

export interface TrackFile {
  readonly rateHz: number;
  /** Length, as the file says. */
  readonly frames: number;
  /** @returns null behind the end; shorter at it */
  read(from: number, count: number): Promise<Stereo | null>;
  close(): void;
  /** It ends before it should. @param frame there */
  readonly onCutShort: (frame: number) => void;
}

/** A track read piece by piece while it plays; a few megabytes of it are in memory, however long it is. */
export class StreamedTrack implements Playable {
  frames: number;
  private readonly chunkFrames: number;
  /** By number, those used last at the end. */
  private readonly chunks = new Map<number, IAudioBuffer>();

  constructor(private readonly file: TrackFile) {
    this.frames = file.frames;
    this.chunkFrames = Math.round(CHUNK_SECONDS * file.rateHz);
  }

  piece(from: number, most: number): Piece | null | Promise<Piece | null> {
    if (from >= this.frames) return null;
    const number = Math.floor(from / this.chunkFrames);
    const chunk = this.chunks.get(number);
    if (chunk === undefined) return this.fetch(number).then(() => this.piece(from, most));
    const offset = from - number * this.chunkFrames;
    const isShort = chunk.length - offset < LEAST_SECONDS * this.file.rateHz;
    if (isShort && this.isMissing(number + 1))
      return this.fetch(number + 1).then(() => this.piece(from, most));
    this.keep(number, chunk);
    const frames = Math.min(most, chunk.length - offset);
    return frames > 0 ? { buffer: chunk, offset, frames } : null;
  }

  dispose(): void {
    this.chunks.clear();
    this.file.close();
  }

  private async fetch(number: number): Promise<void> {
    const from = number * this.chunkFrames;
    const wanted = Math.min(this.chunkFrames, this.frames - from);
    const stereo = await this.file.read(from, wanted);
    const found = stereo?.left.length ?? 0;
    if (stereo !== null) this.keep(number, stereoBuffer(stereo, this.file.rateHz));
    if (found < wanted) this.endAt(from + found);
  }

  private isMissing(number: number): boolean {
    return number * this.chunkFrames < this.frames && !this.chunks.has(number);
  }

  private keep(number: number, chunk: IAudioBuffer): void {
    this.chunks.delete(number);
    this.chunks.set(number, chunk);
    if (this.chunks.size <= KEPT_CHUNKS) return;
    const [oldest] = this.chunks.keys();
    this.chunks.delete(oldest!);
  }

  private endAt(frame: number): void {
    if (frame >= this.frames) return;
    this.frames = frame;
    this.file.onCutShort(frame);
  }
}
