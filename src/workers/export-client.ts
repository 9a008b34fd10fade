import type { ExportWorkerApi } from '../protocol/export-protocol.ts';
import type { ExportPort } from '../store/ports.ts';
import type { MeasurementCourier } from './measurement-courier.ts';
import { superviseWorker } from './supervised-worker.ts';

/** The export worker behind its port: started with the first export. */
export function createExportClient(bring: MeasurementCourier): ExportPort {
  const worker = superviseWorker<ExportWorkerApi>(
    () => new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module', name: 'export' }),
    () => Promise.resolve(),
  );
  return {
    make: (request) =>
      worker
        .call(async (api) => {
          await bring(api, request.document);
          return api.make(request);
        })
        .catch((error: unknown) => {
          const said = error instanceof Error ? error.message : String(error);
          return { ok: false, said } as const;
        }),
  };
}
