import { matchGains } from '../design/loudness-match.ts';
import { LIVE_SETS, type LiveSet } from '../protocol/listening-protocol.ts';
import type {
  LoudnessMatch,
  LoudnessMeasurement,
  LoudnessRequest,
  LoudnessWorkerApi,
  MeasuredFilters,
  TrackSamples,
} from '../protocol/loudness-protocol.ts';
import type { DesignPort } from '../store/ports.ts';
import { LoudnessEstimator } from './loudness-estimator.ts';
import { superviseWorker } from './supervised-worker.ts';
import { trackDigest } from './track-digest.ts';

/**
 * Largest sample that is let out, linear: a decibel below the limiter's ceiling, which holds for what lies between the
 * samples as well.
 */
const CEILING = 10 ** (-2 / 20);

/** Gains from what was measured or estimated. */
export function matchOf({ trackLufs, sets, measuredSeconds }: LoudnessMeasurement): LoudnessMatch {
  const names = LIVE_SETS.filter((name) => sets[name] !== undefined);
  const { gainsDb, unmatchedGainDb } = matchGains(
    names.map((name) => sets[name]!),
    trackLufs,
    CEILING,
  );
  return {
    gainDb: Object.fromEntries(names.map((name, i) => [name, gainsDb[i]!])),
    lufs: Object.fromEntries(names.map((name) => [name, sets[name]!.earsLufs])),
    unmatchedGainDb,
    measuredSeconds,
  };
}

type LoudnessPort = Pick<DesignPort, 'setTrack' | 'estimateLoudness' | 'matchLoudness' | 'cancelLoudness'>;

/** Loudness by two workers: one measures, which takes its time; the other says what estimates start from. */
export function createLoudnessClient(kernel: Promise<WebAssembly.Module>): LoudnessPort {
  const meter = loudnessWorker(kernel);
  const sketch = loudnessWorker(kernel);
  let track = 0;
  /** By kind and profile of the upmix, for the track that is loaded. */
  const estimators = new Map<string, LoudnessEstimator>();
  const keyOf = ({ upmix, profile = 'music' }: LoudnessRequest): string => `${upmix} ${profile}`;

  async function beginEstimates(request: LoudnessRequest): Promise<LoudnessEstimator | null> {
    const asked = track;
    const programme = await sketch.call((api) => api.programme(request.upmix, request.profile));
    if (asked !== track) return null;
    const estimator = estimators.get(keyOf(request)) ?? new LoudnessEstimator(programme);
    estimators.set(keyOf(request), estimator);
    return estimator;
  }

  /** What every part of a request comes to, once there is an estimator for each of them. */
  function estimateAll(parts: readonly LoudnessRequest[]): LoudnessMatch {
    const all = parts.map((part) => estimators.get(keyOf(part))!.estimate(part));
    return matchOf({ ...all[0]!, sets: Object.assign({}, ...all.map(({ sets }) => sets)) });
  }

  return {
    setTrack(samples) {
      track += 1;
      estimators.clear();
      meter.setTrack(samples);
      sketch.setTrack(trackDigest(samples));
    },
    estimateLoudness(request) {
      const parts = byUpmix(request);
      const missing = parts.filter((part) => !estimators.has(keyOf(part)));
      if (missing.length === 0) return estimateAll(parts);
      return Promise.all(missing.map(beginEstimates)).then((begun) =>
        begun.includes(null) ? null : estimateAll(parts),
      );
    },
    cancelLoudness: () => void meter.call((api) => api.cancel()),
    async matchLoudness(request) {
      const asked = track;
      const measurement = await meter.call((api) => api.measure(request));
      if (measurement === null || asked !== track) return null;
      for (const part of byUpmix(request)) estimators.get(keyOf(part))?.learn(part, measurement);
      return matchOf(measurement);
    },
  };
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

/** A loudness worker with a track of its own, handed over with the first request that needs it. */
function loudnessWorker(kernel: Promise<WebAssembly.Module>) {
  let track: TrackSamples | null = null;
  /** The track that the worker has. */
  let handedOver: TrackSamples | null = null;
  const worker = superviseWorker<LoudnessWorkerApi>(
    () => new Worker(new URL('./loudness.worker.ts', import.meta.url), { type: 'module', name: 'loudness' }),
    async (api) => {
      handedOver = null;
      await api.initialise(await kernel);
    },
  );
  type Api = Parameters<Parameters<typeof worker.call>[0]>[0];
  return {
    setTrack(samples: TrackSamples): void {
      track = samples;
    },
    call: <Reply>(use: (api: Api) => Promise<Reply>) =>
      worker.call(async (api) => {
        if (track !== null && track !== handedOver) {
          handedOver = track;
          await api.setTrack(track);
        }
        return use(api);
      }),
  };
}
