import type { ZonesWorkerApi } from '../protocol/zones-protocol.ts';
import { newColumns, rowsAt, ZONE_CELLS, ZONE_STRIDES } from '../design/zone-grid.ts';
import { ZoneSheet } from '../design/zone-maps.ts';
import type { DesignPort } from '../store/ports.ts';
import type { MeasurementCourier } from './measurement-courier.ts';
import { superviseWorker, type SupervisedWorker } from './supervised-worker.ts';

/** More would take the cores from what plays. */
const MOST_WORKERS = 4;
/** Rows that a worker takes at a time: some ten milliseconds, after which a newer request may come in between. */
const ROWS_AT_ONCE = 6;

type ZoneWorker = SupervisedWorker<ZonesWorkerApi>;

/**
 * Listening zones from coarse to fine, their rows shared out among as many workers as there are cores. The newest request
 * wins: an older one gets no more rows.
 * @param kernel the compiled kernel of zones
 */
export function createZoneClient(
  kernel: () => Promise<WebAssembly.Module>,
  bring: MeasurementCourier,
): Pick<DesignPort, 'zones' | 'cancelZones'> {
  const cores = navigator.hardwareConcurrency || 2;
  const workers = Array.from({ length: Math.min(MOST_WORKERS, cores) }, (_, i): ZoneWorker =>
    superviseWorker<ZonesWorkerApi>(
      () => new Worker(new URL('./zones.worker.ts', import.meta.url), { type: 'module', name: `zones ${i}` }),
      async (api) => api.initialise(await kernel()),
    ),
  );
  let newest = 0;

  return {
    cancelZones: () => void (newest += 1),
    async zones(request, onMaps) {
      const ticket = (newest += 1);
      const isOvertaken = (): boolean => ticket !== newest;
      const starts = await Promise.all(
        workers.map((worker) =>
          worker.call(async (api) => {
            await bring(api, request.document);
            return api.prepare(request);
          }),
        ),
      );
      if (isOvertaken()) return null;
      const { grid, seat } = starts[0]!;
      const sheet = new ZoneSheet(grid, seat, request.bandHz);
      let done = 0;
      for (const stride of ZONE_STRIDES) {
        await fill(sheet, stride, workers, isOvertaken);
        if (isOvertaken()) return null;
        done += placesAt(stride);
        const maps = sheet.maps(stride);
        if (maps.isFinest) return maps;
        onMaps(maps, done / ZONE_CELLS ** 2);
      }
      return null;
    },
  };
}

/** Every worker takes rows until there are none left. */
async function fill(
  sheet: ZoneSheet,
  stride: number,
  workers: readonly ZoneWorker[],
  isOvertaken: () => boolean,
): Promise<void> {
  const left = rowsAt(stride);
  const work = async (worker: ZoneWorker): Promise<void> => {
    while (left.length > 0 && !isOvertaken()) {
      const rows = left.splice(0, ROWS_AT_ONCE);
      const found = await worker.call(async (api) => api.rows(stride, rows));
      rows.forEach((row, i) => sheet.put(stride, row, found[i]!));
    }
  };
  await Promise.all(workers.map(work));
}

function placesAt(stride: number): number {
  return rowsAt(stride).reduce((sum, row) => sum + newColumns(stride, row).length, 0);
}
