import type { UpmixKind } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';

/** A loaded track at the context's rate. */
export interface TrackSamples {
  readonly sampleRateHz: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
}

export interface LoudnessRequest {
  readonly upmix: UpmixKind;
  readonly original: { readonly ears: FilterSet; readonly outputs: FilterSet };
  readonly spatial: { readonly ears: FilterSet; readonly outputs: FilterSet };
}

/**
 * One frozen gain for each side, so that both are equally loud at the listener's ears (ITU-R BS.1770-4 integrated
 * loudness of the track through each set) and neither reaches the limiter.
 */
export interface LoudnessMatch {
  readonly originalGainDb: number;
  readonly spatialGainDb: number;
  /** Loudness at the ears before the gains; −∞ for silence. */
  readonly originalLufs: number;
  readonly spatialLufs: number;
  /** The one gain for both sides when their loudness is left as it is: keeps the louder one below the limiter. */
  readonly unmatchedGainDb: number;
  /** How much of the track was measured: all of it, or excerpts spread over a long one. */
  readonly measuredSeconds: number;
}

/** What the loudness worker exposes through comlink. */
export interface LoudnessWorkerApi {
  initialise(kernel: WebAssembly.Module): void;
  setTrack(track: TrackSamples): void;
  match(request: LoudnessRequest): LoudnessMatch;
}
