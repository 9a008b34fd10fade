/** Where progress is shown: a terminal's stderr, as a rule. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REFRESH_MS = 250;
/** Back to the line's start, and nothing left of what stood there. */
const CLEAR = '\r\u001b[K';

/**
 * One line on a terminal that says how far a file has come and how long the rest will take; nothing elsewhere.
 * @param totalSeconds of audio
 * @param now milliseconds
 */
export class Progress {
  private readonly startedAt: number;
  private shownAt = -Infinity;

  constructor(
    private readonly terminal: Terminal,
    private readonly totalSeconds: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.startedAt = now();
  }

  /** @param seconds of audio that are done */
  report(seconds: number): void {
    const now = this.now();
    if (!this.terminal.isTTY || now - this.shownAt < REFRESH_MS) return;
    this.shownAt = now;
    const elapsed = Math.max(1e-3, (now - this.startedAt) / 1000);
    const speed = seconds / elapsed;
    const left = speed > 0 ? clock((this.totalSeconds - seconds) / speed) : '–';
    const percent = Math.floor((100 * seconds) / this.totalSeconds);
    const of = `${clock(seconds)} of ${clock(this.totalSeconds)}`;
    this.terminal.write(`${CLEAR}${percent} %, ${of}, ${speed.toFixed(0)} × real time, ${left} left`);
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
