import type { HeadsWorkerApi, HearRequest } from '../protocol/heads-protocol.ts';
import type { HeadsPort } from '../store/ports.ts';
import { latestOnly } from './latest-only.ts';
import type { MeasurementCourier } from './measurement-courier.ts';
import { superviseWorker } from './supervised-worker.ts';

/** The heads worker behind its port, with the HDF5 library: started with the first head. A new one after a failure reads the head again. */
export function createHeadsClient(bring: MeasurementCourier): HeadsPort {
  let last: { readonly file: Blob; readonly fileName: string } | null = null;
  const worker = superviseWorker<HeadsWorkerApi>(
    () => new Worker(new URL('./heads.worker.ts', import.meta.url), { type: 'module', name: 'heads' }),
    async (api) => {
      if (last) await api.open(last.file, last.fileName);
    },
  );
  return {
    async open(file, fileName) {
      try {
        const reply = await worker.call(async (api) => api.open(file, fileName));
        if (reply.ok) last = { file, fileName };
        return reply;
      } catch (error) {
        return { ok: false, said: error instanceof Error ? error.message : String(error) };
      }
    },
    hear: latestOnly((request: HearRequest) =>
      worker.call(async (api) => {
        await bring(api, request.document);
        return api.hear(request);
      }),
    ),
  };
}
