import type { LibraryPort, LibraryReply, RemovedDesign, SavedDesign } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import { answered, DESIGNS, VERSIONS } from './database.ts';
import { readOrNull } from './read-design.ts';
import { sharedStores } from './shared-stores.ts';
import { createTabChannel } from './tab-channel.ts';

interface DesignRow {
  readonly id: string;
  readonly name: string;
  /** Of the newest. */
  readonly version: number;
}

interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly savedAtMs: number;
  /** As it was given; read through the schema when it is opened. */
  readonly document: unknown;
}

/**
 * The library in the browser's database, shared by its tabs. Every change is one transaction: it is kept whole or not at all, and
 * of two tabs that save at once the second adds its version behind that of the first.
 * @param makeRoom called when the disk is full; tells whether something less worth keeping was let go
 */
export function createDesignLibrary(connection: Connection, makeRoom: () => Promise<boolean>): LibraryPort {
  const tabs = createTabChannel('soundstage-library');

  const run = sharedStores(connection, [DESIGNS, VERSIONS], tabs, makeRoom);

  return {
    async list() {
      const found = await run('readonly', async (designs, versions) => {
        const rows = await answered<DesignRow[]>(designs.getAll());
        const newest = await Promise.all(
          rows.map(({ id, version }) => answered<VersionRow | undefined>(versions.get([id, version]))),
        );
        const all = rows.flatMap(({ name }, at) => {
          const version = newest[at];
          return version ? [{ name, version }] : [];
        });
        return all.sort((one, other) => other.version.savedAtMs - one.version.savedAtMs);
      });
      return asDesigns(found);
    },
    async versions(id) {
      const found = await run('readonly', async (designs, versions) => {
        const row = await answered<DesignRow | undefined>(designs.get(id));
        const all = await answered<VersionRow[]>(versions.getAll(versionsOf(id)));
        return row ? all.map((version) => ({ name: row.name, version })).reverse() : [];
      });
      return asDesigns(found);
    },
    save: (given, document) =>
      run('readwrite', async (designs, versions) => {
        const id = given ?? crypto.randomUUID();
        const before = await answered<DesignRow | undefined>(designs.get(id));
        const version = (before?.version ?? 0) + 1;
        const row: VersionRow = { id, version, savedAtMs: Date.now(), document };
        await answered(versions.add(row));
        await answered(designs.put({ id, name: document.name, version } satisfies DesignRow));
        return { ...row, name: document.name, document };
      }),
    rename: (id, name) =>
      run('readwrite', async (designs) => {
        const row = await answered<DesignRow | undefined>(designs.get(id));
        if (row) await answered(designs.put({ ...row, name }));
      }),
    remove: (id) =>
      run('readwrite', async (designs, versions): Promise<RemovedDesign | null> => {
        const row = await answered<DesignRow | undefined>(designs.get(id));
        if (!row) return null;
        const all = await answered<VersionRow[]>(versions.getAll(versionsOf(id)));
        await answered(designs.delete(id));
        await answered(versions.delete(versionsOf(id)));
        return { name: row.name, records: [row, ...all] };
      }),
    putBack: ({ records }) =>
      run('readwrite', async (designs, versions) => {
        const [row, ...all] = records as [DesignRow, ...VersionRow[]];
        await answered(designs.put(row));
        for (const version of all) await answered(versions.put(version));
      }),
    onChange: tabs.onTold,
  };
}

function versionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

/** What was found, read through the schema: fetched where there is something, and not within a transaction, which ends meanwhile. */
async function asDesigns(
  reply: LibraryReply<readonly { readonly name: string; readonly version: VersionRow }[]>,
): Promise<LibraryReply<SavedDesign[]>> {
  if (!reply.ok) return reply;
  if (reply.value.length === 0) return { ok: true, value: [] };
  const { parseDesign } = await import('../design/schema.ts');
  const value = reply.value.map(({ name, version }) => {
    const { id, savedAtMs, document } = version;
    return { id, name, version: version.version, savedAtMs, document: readOrNull(parseDesign, document) };
  });
  return { ok: true, value };
}
