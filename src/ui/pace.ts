/** Figures that change more often than this cannot be read. */
export const READABLE_SECONDS = 0.2;

/** Thins out what comes with every frame. */
export class Pace {
  private waitedSeconds = Infinity;

  constructor(private readonly intervalSeconds: number) {}

  /** Whether it is time again. @param now without waiting */
  due(elapsedSeconds: number, now = false): boolean {
    this.waitedSeconds += elapsedSeconds;
    if (!now && this.waitedSeconds < this.intervalSeconds) return false;
    this.waitedSeconds = 0;
    return true;
  }
}
