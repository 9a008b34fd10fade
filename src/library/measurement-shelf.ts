import type { KeptMeasurement, LibraryReply, ShelfPort } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import { answered, MEASUREMENT_FILES, MEASUREMENTS, type Work } from './database.ts';
import { createTabChannel } from './tab-channel.ts';

interface FileRow {
  readonly id: string;
  readonly file: Blob;
}

/** Measurements in the browser's database, shared by its tabs: what is known of each, and its file as it came. */
export function createMeasurementShelf(connection: Connection): ShelfPort {
  const tabs = createTabChannel('soundstage-measurements');

  async function run<Value>(mode: IDBTransactionMode, work: Work<Value>): Promise<LibraryReply<Value>> {
    const reply = await connection.run([MEASUREMENTS, MEASUREMENT_FILES], mode, work);
    if (reply.ok && mode === 'readwrite') tabs.tell();
    return reply;
  }

  return {
    list: () =>
      run('readonly', async (measurements) => {
        const rows = await answered<KeptMeasurement[]>(measurements.getAll());
        return rows.sort((one, other) => one.name.localeCompare(other.name));
      }),
    read: (id) =>
      run('readonly', async (_, files) => {
        const row = await answered<FileRow | undefined>(files.get(id));
        return row?.file ?? null;
      }),
    keep: (measurement, file) =>
      run('readwrite', async (measurements, files) => {
        await answered(measurements.put(measurement));
        await answered(files.put({ id: measurement.id, file } satisfies FileRow));
      }),
    remove: (id) =>
      run('readwrite', async (measurements, files) => {
        await answered(measurements.delete(id));
        await answered(files.delete(id));
      }),
    onChange: tabs.onTold,
  };
}
