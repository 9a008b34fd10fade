import type { DesignDocument } from '../design/document.ts';
import type { Snapshot, SnapshotsPort } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import { answered, DESIGNS, SNAPSHOTS } from './database.ts';
import { readOrNull } from './read-design.ts';
import { sharedStores } from './shared-stores.ts';
import { createTabChannel } from './tab-channel.ts';

interface SnapshotRow extends Omit<Snapshot, 'document'> {
  /** As it was given; read through the schema when it is listed. */
  readonly document: unknown;
}

/**
 * Snapshots in the browser's database, shared by its tabs.
 * @param makeRoom called when the disk is full; tells whether something less worth keeping was let go
 */
export function createSnapshotShelf(connection: Connection, makeRoom: () => Promise<boolean>): SnapshotsPort {
  const tabs = createTabChannel('soundstage-snapshots');
  /** What the browser could not keep, for as long as the page is there. */
  let loose: readonly Snapshot[] = [];
  /** The highest number that was seen. */
  let last = 0;

  const run = sharedStores(connection, [SNAPSHOTS, DESIGNS], tabs, makeRoom);

  const seen = <Row extends { readonly id: number }>(rows: readonly Row[]): void => {
    last = rows.reduce((most, { id }) => Math.max(most, id), last);
  };

  return {
    async list() {
      const reply = await run('readonly', (snapshots) => answered<SnapshotRow[]>(snapshots.getAll()));
      if (!reply.ok && loose.length === 0) return reply;
      const rows = reply.ok ? reply.value : [];
      seen(rows);
      if (rows.length === 0) return { ok: true, value: loose };
      // Fetched where there is something, and not within a transaction, which ends meanwhile.
      const { parseDesign } = await import('../design/schema.ts');
      const kept = rows.flatMap(({ id, takenAtMs, document }): Snapshot[] => {
        const read = readOrNull(parseDesign, document);
        return read ? [{ id, takenAtMs, document: read }] : [];
      });
      return { ok: true, value: [...kept, ...loose].sort((one, other) => one.id - other.id) };
    },
    async keep(document: DesignDocument) {
      const takenAtMs = Date.now();
      const reply = await run('readwrite', async (snapshots) => {
        const rows = await answered<SnapshotRow[]>(snapshots.getAll());
        seen([...rows, ...loose]);
        const snapshot = { id: last + 1, takenAtMs, document };
        await answered(snapshots.add(snapshot));
        return snapshot;
      });
      if (!reply.ok) loose = [...loose, { id: last + 1, takenAtMs, document }];
      seen(reply.ok ? [reply.value] : loose);
      return reply;
    },
    async remove(id) {
      const isLoose = loose.some((one) => one.id === id);
      loose = loose.filter((one) => one.id !== id);
      if (isLoose) return { ok: true, value: undefined };
      return run('readwrite', async (snapshots) => void (await answered(snapshots.delete(id))));
    },
    onChange: tabs.onTold,
  };
}
