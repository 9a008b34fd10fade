import type { EngineHealth } from '../store/ports.ts';

/** What a browser may tell of its output beyond the standard's types. */
export interface ToldOutput {
  readonly baseLatency: number;
  readonly outputLatency?: number;
  /** Web Audio's playback statistics; Chromium has them. Seconds. */
  readonly playbackStats?: {
    readonly underrunEvents: number;
    readonly underrunDuration: number;
    readonly totalDuration: number;
  };
}

export type Gaps = NonNullable<EngineHealth['gaps']>;

/** What the browser has counted so far; null where it does not count. */
export function gapsSoFar({ playbackStats }: ToldOutput): Gaps | null {
  if (!playbackStats) return null;
  const { underrunEvents: count, underrunDuration: seconds, totalDuration: ofSeconds } = playbackStats;
  return { count, seconds, ofSeconds };
}

/**
 * How late the sound is and whether it was interrupted, as far as the browser tells.
 * @param algorithmSeconds the chain's own latency
 * @param before what had been counted when playing began: building the chain holds the audio thread up, unheard
 */
export function healthOf(
  output: ToldOutput,
  algorithmSeconds: number,
  before: Gaps | null,
): Omit<EngineHealth, 'load'> {
  const { baseLatency, outputLatency = 0 } = output;
  const now = gapsSoFar(output);
  return {
    algorithmSeconds,
    baseSeconds: baseLatency,
    // A browser that does not know says 0, or says nothing.
    outputSeconds: outputLatency > 0 ? outputLatency : null,
    gaps: now && {
      count: now.count - (before?.count ?? 0),
      seconds: now.seconds - (before?.seconds ?? 0),
      ofSeconds: now.ofSeconds - (before?.ofSeconds ?? 0),
    },
  };
}
