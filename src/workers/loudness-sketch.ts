import { LIVE_SETS, type LiveSet } from '../protocol/listening-protocol.ts';
import type {
  LoudnessMeasurement,
  LoudnessRequest,
  MeasuredFilters,
  TrackSamples,
} from '../protocol/loudness-protocol.ts';
import { LoudnessEstimator } from './loudness-estimator.ts';
import type { LoudnessMeasurer } from './loudness-measurer.ts';
import { trackDigest } from './track-digest.ts';

/** What a track comes to through sets of filters, estimated from a few seconds that stand for it. */
export class LoudnessSketch {
  /** By kind and profile of the upmix. */
  private readonly estimators = new Map<string, LoudnessEstimator>();

  /** @param measurer takes the track's digest: it measures nothing else from now on */
  constructor(
    private readonly measurer: Pick<LoudnessMeasurer, 'setTrack' | 'programme'>,
    track: TrackSamples,
  ) {
    measurer.setTrack(trackDigest(track));
  }

  estimate(request: LoudnessRequest): LoudnessMeasurement {
    const all = byUpmix(request).map((part) => this.estimatorFor(part).estimate(part));
    return { ...all[0]!, sets: Object.assign({}, ...all.map(({ sets }) => sets)) };
  }

  /** @param measured what was found by measuring the very sets of `request` */
  learn(request: LoudnessRequest, measured: LoudnessMeasurement): void {
    for (const part of byUpmix(request)) this.estimators.get(keyOf(part))?.learn(part, measured);
  }

  private estimatorFor(part: LoudnessRequest): LoudnessEstimator {
    const key = keyOf(part);
    const estimator =
      this.estimators.get(key) ?? new LoudnessEstimator(this.measurer.programme(part.upmix, part.profile));
    this.estimators.set(key, estimator);
    return estimator;
  }
}

function keyOf({ upmix, profile = 'music' }: LoudnessRequest): string {
  return `${upmix} ${profile}`;
}

/** A request for each upmix that feeds some of the sets. */
function byUpmix({ upmix, profile, sets }: LoudnessRequest): LoudnessRequest[] {
  const parts = new Map<LoudnessRequest['upmix'], Partial<Record<LiveSet, MeasuredFilters>>>();
  for (const name of LIVE_SETS) {
    const set = sets[name];
    if (!set) continue;
    const kind = set.upmix ?? upmix;
    parts.set(kind, { ...parts.get(kind), [name]: set });
  }
  return [...parts].map(([kind, alike]) => ({ upmix: kind, ...(profile && { profile }), sets: alike }));
}
