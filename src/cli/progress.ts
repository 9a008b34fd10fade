/** Where progress is shown: a terminal's stderr, as a rule. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REFRESH_MS = 250;
/** Back to the line's start, and nothing left of what stood there. */
const CLEAR = '\r\u001b[K';

/** How far it is, in words. @param perSecond of the same unit */
export type ProgressWords = (done: number, total: number, perSecond: number) => string;

/** For a file: seconds of audio. */
const audioWords: ProgressWords = (done, total, perSecond) =>
  `${clock(done)} of ${clock(total)}, ${perSecond.toFixed(0)} × real time`;

/**
 * One line on a terminal that says how far a piece of work has come and how long the rest will take; nothing elsewhere.
 * @param total seconds of audio, or whatever `words` speak of
 * @param now milliseconds
 */
export class Progress {
  private readonly startedAt: number;
  private shownAt = -Infinity;

  constructor(
    private readonly terminal: Terminal,
    private readonly total: number,
    private readonly now: () => number = () => performance.now(),
    private readonly words: ProgressWords = audioWords,
  ) {
    this.startedAt = now();
  }

  /** @param done in the unit of the total */
  report(done: number): void {
    const now = this.now();
    if (!this.terminal.isTTY || now - this.shownAt < REFRESH_MS) return;
    this.shownAt = now;
    const elapsed = Math.max(1e-3, (now - this.startedAt) / 1000);
    const perSecond = done / elapsed;
    const left = perSecond > 0 ? clock((this.total - done) / perSecond) : '–';
    const percent = Math.floor((100 * done) / this.total);
    this.terminal.write(`${CLEAR}${percent} %, ${this.words(done, this.total, perSecond)}, ${left} left`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.terminal.isTTY && this.shownAt > -Infinity) this.terminal.write(CLEAR);
  }
}

/** 1:02:03, or 2:03 below an hour. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}
