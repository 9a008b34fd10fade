import type { MeasurementsWorkerApi } from '../protocol/measurements-protocol.ts';
import type { MeasurementsPort } from '../store/ports.ts';
import { superviseWorker } from './supervised-worker.ts';

/** The worker that reads measurements behind its port: started with the first one. */
export function createMeasurementsClient(): MeasurementsPort {
  const worker = superviseWorker<MeasurementsWorkerApi>(
    () =>
      new Worker(new URL('./measurements.worker.ts', import.meta.url), {
        type: 'module',
        name: 'measurements',
      }),
    () => Promise.resolve(),
  );
  return {
    inspect: (request) => worker.call(async (api) => api.inspect(request)).catch(workerFailure),
    assemble: (request) => worker.call(async (api) => api.assemble(request)).catch(workerFailure),
  };
}

function workerFailure(error: unknown): { readonly ok: false; readonly said: string } {
  return { ok: false, said: error instanceof Error ? error.message : String(error) };
}
