import { loopSeam, seamFramesAt, type LoopRange } from './loop-seam.ts';
import type { Piece, Playable } from './playable.ts';
import type { Place } from './playhead.ts';

/** What is to be played, as it is wished now. */
export interface Plan {
  readonly current: Playable;
  /** Of the current track. */
  readonly loop: LoopRange | null;
  /** Follows the current track. */
  readonly following: Playable | null;
}

export interface Step extends Place<Playable> {
  readonly piece: Piece;
}

/** Goes through tracks piece by piece, as the plan has it when each is taken. */
export class Course {
  private place: Place<Playable>;

  constructor(
    start: Place<Playable>,
    private readonly plan: () => Plan,
    private readonly sampleRateHz: number,
  ) {
    this.place = start;
  }

  /** Where the next step begins. */
  get next(): Place<Playable> {
    return this.place;
  }

  /** @returns the next piece, at once where it is at hand; null where there is none, for now */
  step(): Step | null | Promise<Step | null> {
    const { track, frame } = this.place;
    const piece = this.pieceAt(track, frame);
    return piece instanceof Promise ? piece.then((each) => this.take(each)) : this.take(piece);
  }

  private take(piece: Piece | null): Step | null | Promise<Step | null> {
    const { track, frame } = this.place;
    const { current, loop, following } = this.plan();
    if (piece === null) {
      if (track !== current || following === null) return null;
      this.place = { track: following, frame: 0 };
      return this.step();
    }
    const end = frame + piece.frames;
    const wraps = track === current && loop !== null && end === loop.to;
    this.place = { track, frame: wraps ? loop.from : end };
    return { track, frame, piece };
  }

  private pieceAt(track: Playable, frame: number): Piece | null | Promise<Piece | null> {
    const { current, loop } = this.plan();
    if (track !== current || loop === null || frame >= loop.to) return track.piece(frame, Infinity);
    const seam = loop.to - seamFramesAt(this.sampleRateHz);
    if (frame < seam) return track.piece(frame, seam - frame);
    return loopSeam(track, loop, frame, this.sampleRateHz);
  }
}
