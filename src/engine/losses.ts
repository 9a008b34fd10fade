import type { LostStretch } from '../protocol/media-protocol.ts';

/** Nearer to each other they are one: decoders begin with a little that is lost. */
const APART_SECONDS = 0.1;

/** What of a track could not be read, found in any order and perhaps more than once. */
export class Losses {
  /** In order, apart from each other. */
  private found: LostStretch[] = [];

  /** @returns whether more is missing than was known */
  add(stretches: readonly LostStretch[]): boolean {
    const before = this.summary.seconds;
    const all = [...this.found, ...stretches].sort((one, other) => one.atSeconds - other.atSeconds);
    this.found = [];
    for (const each of all) {
      const last = this.found.at(-1);
      const lastEnd = last ? last.atSeconds + last.seconds : -Infinity;
      if (!last || each.atSeconds > lastEnd + APART_SECONDS) {
        this.found.push(each);
        continue;
      }
      const end = Math.max(lastEnd, each.atSeconds + each.seconds);
      this.found[this.found.length - 1] = { ...last, seconds: end - last.atSeconds };
    }
    return this.summary.seconds > before;
  }

  get summary() {
    return {
      places: this.found.length,
      atSeconds: this.found[0]?.atSeconds ?? 0,
      seconds: this.found.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  }
}
