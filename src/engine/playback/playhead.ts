/** A stretch of a track on the context's clock. All in frames at the context's rate. */
export interface Segment<Track> {
  /** When it begins. */
  readonly at: number;
  readonly track: Track;
  /** Where in the track it begins. */
  readonly from: number;
  readonly frames: number;
}

export interface Place<Track> {
  readonly track: Track;
  readonly frame: number;
}

/**
 * Where in its track what plays at a moment is. Before the first segment it waits at that one's beginning, in a gap at
 * the end of what came before it.
 * @param segments in order of time
 * @returns null without a segment
 */
export function placeAt<Track>(segments: readonly Segment<Track>[], at: number): Place<Track> | null {
  const segment = segments.findLast((each) => each.at <= at) ?? segments[0];
  if (!segment) return null;
  const { track, from, frames } = segment;
  return { track, frame: from + Math.min(Math.max(0, at - segment.at), frames) };
}

/** What is on the clock before a moment, the last of it cut there. */
export function cutAt<Track>(segments: readonly Segment<Track>[], at: number): Segment<Track>[] {
  return segments
    .filter((segment) => segment.at < at)
    .map((segment) => ({ ...segment, frames: Math.min(segment.frames, at - segment.at) }));
}
