import { proxy } from 'comlink';
import type { DesignerWorkerApi, DesignReply, DesignRequest } from '../protocol/designer-protocol.ts';
import type { PicturesWorkerApi } from '../protocol/picture-protocol.ts';
import type { StudyWorkerApi } from '../protocol/study-protocol.ts';
import type { DesignPort } from '../store/ports.ts';
import { KeptSets } from './kept-sets.ts';
import { latestOnly } from './latest-only.ts';
import { createLoudnessClient } from './loudness-client.ts';
import type { MeasurementCourier } from './measurement-courier.ts';
import { superviseWorker } from './supervised-worker.ts';
import { createZoneClient } from './zone-client.ts';

/**
 * The designer's workers behind one port: filters, listening zones, pictures, studies, loudness and its estimate do not wait for each
 * other, and in each the newest request wins.
 * @param kernel the compiled kernels
 * @param loadZones fetches the one of listening zones, when it is wanted first
 * @param bring measurements to the workers whose documents refer to them
 */
export function createDesignClient(
  kernel: Promise<WebAssembly.Module>,
  loadZones: () => Promise<WebAssembly.Module>,
  bring: MeasurementCourier,
): DesignPort {
  let loading: Promise<WebAssembly.Module> | null = null;
  const zones = () => (loading ??= loadZones());
  const designer = superviseWorker<DesignerWorkerApi>(
    () => new Worker(new URL('./designer.worker.ts', import.meta.url), { type: 'module', name: 'designer' }),
    async (api) => api.initialise(await kernel),
  );
  const pictures = superviseWorker<PicturesWorkerApi>(
    () => new Worker(new URL('./pictures.worker.ts', import.meta.url), { type: 'module', name: 'pictures' }),
    () => Promise.resolve(),
  );

  const studies = superviseWorker<StudyWorkerApi>(
    () => new Worker(new URL('./study.worker.ts', import.meta.url), { type: 'module', name: 'studies' }),
    async (api) => api.initialise(await zones()),
  );

  const kept = new KeptSets();

  /** `null` where there is nothing to bring. */
  function bringAll(api: Parameters<MeasurementCourier>[0], { document, slots }: DesignRequest) {
    const others = Object.values(slots ?? {}).flatMap((slot) =>
      slot.kind === 'other' ? [slot.document] : [],
    );
    const bringing = [document, ...others].map((one) => bring(api, one)).filter((one) => one !== null);
    return bringing.length > 0 ? Promise.all(bringing) : null;
  }

  return {
    design: latestOnly((request: DesignRequest) =>
      designer
        .call<DesignReply>(async (api) => {
          const bringing = bringAll(api, request);
          // At once where it can be: whatever the page does next would come first.
          if (bringing) await bringing;
          return kept.complete(await api.design(request, kept.ids()));
        })
        .catch(workerFailure),
    ),
    picture: (request, source, onProgress) =>
      pictures.call(async (api) => {
        await bring(api, source.document);
        return api.draw(request, source, proxy(onProgress));
      }),
    study: (request, onProgress) =>
      studies.call(async (api) => {
        await bring(api, request.document);
        return api.study(request, proxy(onProgress));
      }),
    cancelPicture: () => void pictures.call(async (api) => api.cancel()),
    ...createZoneClient(zones, bring),
    ...createLoudnessClient(kernel),
  };
}

function workerFailure(error: unknown): DesignReply {
  const said = error instanceof Error ? error.message : String(error);
  return { ok: false, failure: { code: 'worker-failed', field: '', said } };
}
