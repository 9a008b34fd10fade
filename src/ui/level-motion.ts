/** Level at which a meter is empty, dBFS. */
export const METER_FLOOR_DB = -48;
/** How fast a level falls once its peak is over; it rises at once. */
const FALL_DB_PER_SECOND = 36;

/** A peak level as a share of the meter, 0…1. */
export function meterFraction(levelDb: number): number {
  return Math.min(1, Math.max(0, 1 - levelDb / METER_FLOOR_DB));
}

/** The level shown after one more frame: up at once, down at a steady rate. */
export function fallTo(shownDb: number, levelDb: number, elapsedSeconds: number): number {
  const floor = Math.max(METER_FLOOR_DB, levelDb);
  return Math.max(floor, shownDb - FALL_DB_PER_SECOND * elapsedSeconds);
}
