import type { Remote } from 'comlink';
import { matchGains } from '../design/loudness-match.ts';
import { LIVE_SETS } from '../protocol/listening-protocol.ts';
import type {
  LoudnessMatch,
  LoudnessMeasurement,
  LoudnessWorkerApi,
  TrackSamples,
} from '../protocol/loudness-protocol.ts';
import type { DesignPort } from '../store/ports.ts';
import { superviseWorker } from './supervised-worker.ts';

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

/** Loudness by two workers: one measures, which takes its time; the other estimates at once. */
export function createLoudnessClient(kernel: Promise<WebAssembly.Module>): LoudnessPort {
  const meter = loudnessWorker(kernel, (api, track) => api.setTrack(track));
  const sketch = loudnessWorker(kernel, (api, track) => api.sketchTrack(track));
  /** Changes with every track: an answer that comes later is of another. */
  let track = 0;
  let estimatedTrack: number | null = null;

  return {
    setTrack(samples) {
      track += 1;
      meter.setTrack(samples);
      sketch.setTrack(samples);
    },
    async estimateLoudness(request) {
      const asked = track;
      estimatedTrack = asked;
      const estimate = await sketch.call((api) => api.estimate(request));
      return asked === track ? matchOf(estimate) : null;
    },
    cancelLoudness: () => void meter.call((api) => api.cancel()),
    async matchLoudness(request) {
      const asked = track;
      const measurement = await meter.call((api) => api.measure(request));
      if (measurement === null || asked !== track) return null;
      // Without it the next estimate is as good as this one was.
      if (estimatedTrack === track)
        void sketch.call((api) => api.learn(request, measurement)).catch(() => undefined);
      return matchOf(measurement);
    },
  };
}

/**
 * A loudness worker with a track of its own, handed over with the first request that needs it.
 * @param handOver gives it to the worker
 */
function loudnessWorker(
  kernel: Promise<WebAssembly.Module>,
  handOver: (api: Remote<LoudnessWorkerApi>, track: TrackSamples) => Promise<void>,
) {
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
  return {
    setTrack(samples: TrackSamples): void {
      track = samples;
    },
    call: <Reply>(use: (api: Remote<LoudnessWorkerApi>) => Promise<Reply>) =>
      worker.call(async (api) => {
        if (track !== null && track !== handedOver) {
          handedOver = track;
          await handOver(api, track);
        }
        return use(api);
      }),
  };
}
