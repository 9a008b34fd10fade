import { proxy } from 'comlink';
import type { DesignerWorkerApi, DesignReply, DesignRequest } from '../protocol/designer-protocol.ts';
import type { LoudnessRequest, LoudnessWorkerApi, TrackSamples } from '../protocol/loudness-protocol.ts';
import type { ZonesWorkerApi } from '../protocol/zones-protocol.ts';
import type { DesignPort } from '../store/ports.ts';
import { latestOnly } from './latest-only.ts';
import { superviseWorker } from './supervised-worker.ts';
import { trackDigest } from './track-digest.ts';

/**
 * The designer's four workers behind one port: filters, listening zone, loudness and its estimate do not wait for each
 * other, and in each the newest request wins.
 * @param kernel the compiled kernels
 */
export function createDesignClient(kernel: Promise<WebAssembly.Module>): DesignPort {
  const designer = superviseWorker<DesignerWorkerApi>(
    () => new Worker(new URL('./designer.worker.ts', import.meta.url), { type: 'module', name: 'designer' }),
    async (api) => api.initialise(await kernel),
  );
  const zones = superviseWorker<ZonesWorkerApi>(
    () => new Worker(new URL('./zones.worker.ts', import.meta.url), { type: 'module', name: 'zones' }),
    () => Promise.resolve(),
  );
  const loudness = loudnessMeter(kernel);
  const estimate = loudnessMeter(kernel);

  return {
    design: latestOnly((request: DesignRequest) =>
      designer.call<DesignReply>(async (api) => api.design(request)).catch(workerFailure),
    ),
    // The worker itself gives up an older map for a newer one.
    zones: (request, onProgress) => zones.call(async (api) => api.map(request, proxy(onProgress))),
    setTrack(samples) {
      loudness.setTrack(samples);
      estimate.setTrack(trackDigest(samples));
    },
    matchLoudness: loudness.match,
    estimateLoudness: estimate.match,
  };
}

/** A loudness worker with a track of its own, handed over with the first request that needs it. */
function loudnessMeter(kernel: Promise<WebAssembly.Module>) {
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
    match: latestOnly((request: LoudnessRequest) =>
      worker.call(async (api) => {
        if (track !== null && track !== handedOver) {
          handedOver = track;
          await api.setTrack(track);
        }
        return api.match(request);
      }),
    ),
  };
}

function workerFailure(error: unknown): DesignReply {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, failure: { code: 'worker-failed', field: '', message } };
}
