/** A stretch of the track on the context's clock: what one source node plays. */
export interface Stretch {
  /** Where in the track it begins. */
  readonly offsetSeconds: number;
  readonly startsAt: number;
  /** When it was stopped; absent while it plays. */
  readonly stopsAt?: number;
}

/**
 * Where in the track the listener is: what left the source `delaySeconds` ago. After a start the position waits for
 * the first sample to be heard, after a stop it runs on to the last.
 */
export function heardPosition(
  stretch: Stretch,
  clockSeconds: number,
  delaySeconds: number,
  durationSeconds: number,
): number {
  const heardAt = Math.min(clockSeconds - delaySeconds, stretch.stopsAt ?? Infinity);
  const position = stretch.offsetSeconds + Math.max(0, heardAt - stretch.startsAt);
  return Math.min(position, durationSeconds);
}
