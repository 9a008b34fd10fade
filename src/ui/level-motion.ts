/** Level at which a meter is empty, dBFS. */
export const METER_FLOOR_DB = -48;
/** Fainter than any meter shows. */
const SILENCE_DB = -90;
/** How fast a level falls once its peak is over; it rises at once. */
const FALL_DB_PER_SECOND = 36;
/** A peak is held so long, then it falls. */
const HOLD_SECONDS = 1.5;

/** A peak level as a share of the meter, 0…1. */
export function meterFraction(levelDb: number): number {
  return Math.min(1, Math.max(0, 1 - levelDb / METER_FLOOR_DB));
}

/** The level shown after one more frame: up at once, down at a steady rate. */
export function fallTo(shownDb: number, levelDb: number, elapsedSeconds: number): number {
  const floor = Math.max(SILENCE_DB, levelDb);
  return Math.max(floor, shownDb - FALL_DB_PER_SECOND * elapsedSeconds);
}

/** Levels as they are shown: each rises at once and falls steadily; its largest is held for a while. */
export class LevelMotion {
  readonly shownDb: Float32Array;
  readonly heldDb: Float32Array;
  private readonly heldSeconds: Float32Array;

  constructor(levels: number) {
    this.shownDb = new Float32Array(levels).fill(SILENCE_DB);
    this.heldDb = new Float32Array(levels).fill(SILENCE_DB);
    this.heldSeconds = new Float32Array(levels);
  }

  move(levelsDb: Float32Array, elapsedSeconds: number): void {
    for (let i = 0; i < this.shownDb.length; i++) {
      this.shownDb[i] = fallTo(this.shownDb[i]!, levelsDb[i]!, elapsedSeconds);
      this.heldSeconds[i]! += elapsedSeconds;
      if (this.shownDb[i]! >= this.heldDb[i]!) {
        this.heldDb[i] = this.shownDb[i]!;
        this.heldSeconds[i] = 0;
      } else if (this.heldSeconds[i]! > HOLD_SECONDS) {
        this.heldDb[i] = fallTo(this.heldDb[i]!, this.shownDb[i]!, elapsedSeconds);
      }
    }
  }

  rest(): void {
    this.shownDb.fill(SILENCE_DB);
    this.heldDb.fill(SILENCE_DB);
  }
}
