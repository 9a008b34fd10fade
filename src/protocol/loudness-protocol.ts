import type { UpmixKind } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import type { MeasuredSet } from '../design/loudness-match.ts';
import type { ProgrammeSpectrum } from '../design/programme-spectrum.ts';
import type { LiveSet, Profile } from './listening-protocol.ts';

/** A loaded track at the context's rate. */
export interface TrackSamples {
  readonly sampleRateHz: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** Largest sample of all that these stand for, linear, where they may not have it: what is live may peak as high again. */
  readonly peak?: number;
}

/** A set of filters as it is played, and as it arrives at the ears; one and the same on headphones. */
export interface MeasuredFilters {
  readonly ears: FilterSet;
  readonly outputs: FilterSet;
  /** The upmix that feeds it; the request's where absent or any will do. */
  readonly upmix?: UpmixKind | null;
  /** What it is: what a measurement finds of it helps to estimate others of its kind. Its name where absent. */
  readonly likeness?: string;
}

export interface LoudnessRequest {
  /** Of the sets that do not say. */
  readonly upmix: UpmixKind;
  /** What the filters were designed for; `music` where absent. */
  readonly profile?: Profile;
  /** The first of them, A, is what the others are matched to. */
  readonly sets: Readonly<Partial<Record<LiveSet, MeasuredFilters>>>;
}

/** The track through each set, before any gain (ITU-R BS.1770-4, integrated). */
export interface LoudnessMeasurement {
  readonly trackLufs: number;
  readonly sets: Readonly<Partial<Record<LiveSet, MeasuredSet>>>;
  /** How much of the track was measured: all of it, or excerpts spread over a long one. */
  readonly measuredSeconds: number;
}

/** What an estimate starts from. */
export interface Programme {
  readonly spectrum: ProgrammeSpectrum;
  readonly trackLufs: number;
  /** Largest sample over root mean square, linear. */
  readonly crest: number;
  readonly measuredSeconds: number;
}

/**
 * One frozen gain for each set, so that all are equally loud at the listener's ears and none reaches the limiter.
 */
export interface LoudnessMatch {
  readonly gainDb: Readonly<Partial<Record<LiveSet, number>>>;
  /** Loudness at the ears before the gains; −∞ for silence. */
  readonly lufs: Readonly<Partial<Record<LiveSet, number>>>;
  /** The one gain for all sets when their loudness is left as it is: keeps the loudest one below the limiter. */
  readonly unmatchedGainDb: number;
  readonly measuredSeconds: number;
}

/** What the loudness worker exposes through comlink. */
export interface LoudnessWorkerApi {
  initialise(kernel: WebAssembly.Module): void;
  /** What is measured. */
  setTrack(track: TrackSamples): void;
  /** What is estimated; a few seconds are taken that stand for it. */
  sketchTrack(track: TrackSamples): void;
  /** @returns null when a newer request came meanwhile: the older one is given up */
  measure(request: LoudnessRequest): Promise<LoudnessMeasurement | null>;
  /** Gives up what is being measured. */
  cancel(): void;
  estimate(request: LoudnessRequest): LoudnessMeasurement;
  /** Takes what was found by measuring the very sets of a request, for the estimates to come. */
  learn(request: LoudnessRequest, measured: LoudnessMeasurement): void;
}
