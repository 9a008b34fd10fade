import type { KeptMeasurement, ShelfPort } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import { answered, MEASUREMENT_FILES, MEASUREMENTS } from './database.ts';
import { sharedStores } from './shared-stores.ts';
import { createTabChannel } from './tab-channel.ts';

interface FileRow {
  readonly id: string;
  readonly file: Blob;
}

/** Measurements in the browser's database, shared by its tabs: what is known of each, and its file as it came. */
export function createMeasurementShelf(connection: Connection): ShelfPort {
  const tabs = createTabChannel('soundstage-measurements');
  /** What the browser could not keep, for as long as the page is there. */
  const loose = new Map<string, { readonly measurement: KeptMeasurement; readonly file: Blob }>();

  const run = sharedStores(connection, [MEASUREMENTS, MEASUREMENT_FILES], tabs);

  return {
    async list() {
      const reply = await run('readonly', (measurements) =>
        answered<KeptMeasurement[]>(measurements.getAll()),
      );
      if (!reply.ok && loose.size === 0) return reply;
      const rows = reply.ok ? reply.value : [];
      const others = [...loose.values()].map(({ measurement }) => measurement);
      const all = [...rows, ...others.filter(({ id }) => rows.every((row) => row.id !== id))];
      return { ok: true, value: all.sort((one, other) => one.name.localeCompare(other.name)) };
    },
    async read(id) {
      const reply = await run('readonly', (_, files) => answered<FileRow | undefined>(files.get(id)));
      const held = loose.get(id);
      if (!reply.ok) return held ? { ok: true, value: held.file } : reply;
      return { ok: true, value: reply.value?.file ?? held?.file ?? null };
    },
    async keep(measurement, file) {
      const reply = await run('readwrite', async (measurements, files) => {
        await answered(measurements.put(measurement));
        await answered(files.put({ id: measurement.id, file } satisfies FileRow));
      });
      if (!reply.ok) loose.set(measurement.id, { measurement, file });
      return reply;
    },
    remove(id) {
      loose.delete(id);
      return run('readwrite', async (measurements, files) => {
        await answered(measurements.delete(id));
        await answered(files.delete(id));
      });
    },
    onChange: tabs.onTold,
  };
}
