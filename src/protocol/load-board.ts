/**
 * How long the processors take, measured without a clock on the audio thread: browsers give it none that is fine and
 * makes no garbage. A worker tells the time instead, in short windows, by writing it here again and again; a processor
 * reads it before and after its work and adds up the difference. All three sides use this one file.
 *
 * Layout, Int32: [0] the time, µs since the window was opened with the stretch's number above bit 20, 0 while no window is
 * open; from [1] on for each part three words: µs spent, sample frames that were rendered in them, µs of its longest call.
 *
 * The worker may be held up, as any thread: its time then stands still, and what is measured meanwhile is too short. When it
 * goes on it begins another stretch. A processor counts a call when it finds, at its next, that the time has moved on in the
 * same stretch: it had not stood still. A part's words are written by the audio thread alone while a window is open, and
 * read and cleared by the worker while none is.
 */
export const TIMED_PARTS = ['upmix', 'filter matrix', 'limiter', 'meters'] as const;
export type TimedPart = (typeof TIMED_PARTS)[number];

/** What a part took in a window. */
export interface PartTime {
  readonly spentMicroseconds: number;
  readonly frames: number;
  readonly longestMicroseconds: number;
}

const NOW = 0;
const WORDS = 3;
const SPENT = 1;
const FRAMES = 2;
const LONGEST = 3;
const TIME_BITS = 20;
const TIME_MASK = (1 << TIME_BITS) - 1;
/** Their numbers go round in so many: with them the time is still an integer that needs no memory. */
const STRETCHES = 1 << 9;

export const LOAD_BOARD_BYTES = 4 * (1 + WORDS * TIMED_PARTS.length);

/** For the audio thread: takes the time of one part. Neither allocates nor waits. */
export class Stopwatch {
  readonly #words: Int32Array | null;
  readonly #at: number;
  #startedAt = 0;
  #endedAt = 0;
  #frames = 0;

  /** @param board where there is one; nothing is measured without */
  constructor(board: SharedArrayBuffer | undefined, part: TimedPart) {
    this.#words = board ? new Int32Array(board) : null;
    this.#at = WORDS * TIMED_PARTS.indexOf(part);
  }

  /** Before the work. */
  start(): void {
    const words = this.#words;
    if (words === null) return;
    const now = Atomics.load(words, NOW);
    if (this.#endedAt !== 0 && isLater(now, this.#endedAt)) this.#count(words);
    this.#startedAt = now;
    this.#endedAt = 0;
  }

  /** After the work. @param frames that it has rendered */
  stop(frames: number): void {
    const words = this.#words;
    if (words === null || this.#startedAt === 0) return;
    this.#endedAt = Atomics.load(words, NOW);
    this.#frames = frames;
  }

  #count(words: Int32Array): void {
    const spent = this.#endedAt - this.#startedAt;
    if (this.#endedAt >>> TIME_BITS !== this.#startedAt >>> TIME_BITS) return;
    words[this.#at + SPENT] += spent;
    words[this.#at + FRAMES] += this.#frames;
    if (spent > words[this.#at + LONGEST]) words[this.#at + LONGEST] = spent;
  }
}

/** In the same stretch. */
function isLater(now: number, before: number): boolean {
  return now > before && now >>> TIME_BITS === before >>> TIME_BITS;
}

/** For the worker that tells the time. */
export class LoadClock {
  readonly #words: Int32Array;
  #stretch = 0;

  constructor(board: SharedArrayBuffer) {
    this.#words = new Int32Array(board);
  }

  open(): void {
    this.#words.fill(0, 1);
    this.tell(0, true);
  }

  /**
   * @param microseconds since the window was opened, less than a second
   * @param stood the time stood still since it was told last
   */
  tell(microseconds: number, stood: boolean): void {
    if (stood) this.#stretch = (this.#stretch % (STRETCHES - 1)) + 1;
    Atomics.store(this.#words, NOW, (this.#stretch << TIME_BITS) | (microseconds & TIME_MASK));
  }

  /** @returns what each part took, in the order of TIMED_PARTS */
  close(): PartTime[] {
    Atomics.store(this.#words, NOW, 0);
    return TIMED_PARTS.map((_, part) => ({
      spentMicroseconds: this.#words[WORDS * part + SPENT]!,
      frames: this.#words[WORDS * part + FRAMES]!,
      longestMicroseconds: this.#words[WORDS * part + LONGEST]!,
    }));
  }
}

/** To the clock's worker: once the board, then a wish for each window. */
export type LoadClockCommand = { readonly board: SharedArrayBuffer } | 'measure';

/** The answer to each wish: what the parts took. */
export type LoadClockReply = readonly PartTime[];
