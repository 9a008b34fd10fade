import type { Keeping, KeepReply, KeptTrack, QueuePort, RemovedRecords } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import { answered, TRACK_FILES, TRACKS, type Work } from './database.ts';
import { fileBehind, mayRead, reachOf } from './file-handle.ts';
import { miniatureOf } from './miniature.ts';
import { roomForCopies } from './storage-room.ts';

interface TrackRow extends KeptTrack {
  readonly handle?: FileSystemFileHandle;
  /** Of its copy; 0 where there is none. */
  readonly copiedBytes: number;
}

interface FileRow {
  readonly id: string;
  readonly file: Blob;
}

/** The row without a track's name. */
const ORDER = '';
interface OrderRow {
  readonly id: typeof ORDER;
  readonly ids: readonly string[];
  readonly shuffled: readonly string[] | null;
}

interface Records {
  readonly rows: readonly TrackRow[];
  readonly files: readonly FileRow[];
}

export interface QueueShelf extends QueuePort {
  /** Lets all copies go. @returns whether there were any */
  makeRoom(): Promise<boolean>;
}

/** The queue in the browser's database. Two tabs share it: each adds its own tracks, the order is that of the last change. */
export function createQueueShelf(connection: Connection): QueueShelf {
  const listeners = new Set<() => void>();
  const run = <Value>(mode: IDBTransactionMode, work: Work<Value>) =>
    connection.run([TRACKS, TRACK_FILES], mode, work);
  const rowsIn = async (tracks: IDBObjectStore): Promise<TrackRow[]> =>
    (await answered<TrackRow[]>(tracks.getAll())).filter(({ id }) => id !== ORDER);

  async function rowOf(id: string): Promise<TrackRow | undefined> {
    const reply = await run('readonly', (tracks) => answered<TrackRow | undefined>(tracks.get(id)));
    return reply.ok ? reply.value : undefined;
  }

  async function put(row: TrackRow, file: File | null): Promise<KeepReply> {
    const reply = await run('readwrite', async (tracks, files) => {
      await answered(tracks.put(row));
      if (file) await answered(files.put({ id: row.id, file } satisfies FileRow));
    });
    return reply.ok ? { keeping: row.keeping, failure: null } : { keeping: 'none', failure: reply.code };
  }

  async function copiedBytes(): Promise<number> {
    const reply = await run('readonly', rowsIn);
    return reply.ok ? reply.value.reduce((sum, row) => sum + row.copiedBytes, 0) : 0;
  }

  return {
    async read() {
      const reply = await run('readonly', async (tracks) => {
        const order = await answered<OrderRow | undefined>(tracks.get(ORDER));
        return { order, rows: await rowsIn(tracks) };
      });
      if (!reply.ok) return reply;
      const { order, rows } = reply.value;
      const problems = new Map<string, 'ask' | 'gone'>();
      for (const { id, handle, keeping } of rows) {
        const reach = handle ? await reachOf(handle) : keeping === 'none' ? 'gone' : 'ready';
        if (reach !== 'ready') problems.set(id, reach);
      }
      const places = new Map(order?.ids.map((id, place) => [id, place]));
      // What another tab has added since comes last.
      const placeOf = ({ id }: TrackRow) => places.get(id) ?? Infinity;
      const sorted = [...rows].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
      return {
        ok: true,
        value: { tracks: sorted.map(trackOf), shuffled: order?.shuffled ?? null, problems },
      };
    },
    async add(track, { file, handle }) {
      const row = (keeping: Keeping, bytes: number): TrackRow => ({
        ...trackOf(track),
        keeping,
        copiedBytes: bytes,
        ...(keeping === 'handle' && handle && { handle }),
      });
      if (handle) {
        const reply = await put(row('handle', 0), null);
        if (reply.failure === null) return reply;
      }
      const hasRoom = file.size <= (await roomForCopies(await copiedBytes()));
      const copied = hasRoom ? await put(row('copy', file.size), file) : null;
      if (copied?.failure === null) return copied;
      // Its name at least: the list stays whole.
      await put(row('none', 0), null);
      return copied ?? { keeping: 'none', failure: 'limit' };
    },
    async update(track) {
      await run('readwrite', async (tracks) => {
        const before = await answered<TrackRow | undefined>(tracks.get(track.id));
        if (before) await answered(tracks.put({ ...before, ...trackOf(track), keeping: before.keeping }));
      });
    },
    async arrange(ids, shuffled) {
      await run('readwrite', (tracks) =>
        answered(tracks.put({ id: ORDER, ids, shuffled } satisfies OrderRow)),
      );
    },
    async remove(ids): Promise<RemovedRecords> {
      const reply = await run('readwrite', async (tracks, files): Promise<Records> => {
        const rows = await Promise.all(ids.map((id) => answered<TrackRow | undefined>(tracks.get(id))));
        const copies = await Promise.all(ids.map((id) => answered<FileRow | undefined>(files.get(id))));
        for (const id of ids) {
          await answered(tracks.delete(id));
          await answered(files.delete(id));
        }
        return {
          rows: rows.filter((row) => row !== undefined),
          files: copies.filter((row) => row !== undefined),
        };
      });
      return reply.ok ? [reply.value] : [];
    },
    async putBack(records) {
      await run('readwrite', async (tracks, files) => {
        for (const { rows, files: copies } of records as readonly Records[]) {
          for (const row of rows) await answered(tracks.put(row));
          for (const copy of copies) await answered(files.put(copy));
        }
      });
    },
    async open(id) {
      const row = await rowOf(id);
      if (row?.handle) return fileBehind(row.handle);
      const reply = await run('readonly', (_, files) => answered<FileRow | undefined>(files.get(id)));
      const copy = reply.ok ? reply.value?.file : undefined;
      if (!row || !copy) return 'gone';
      return copy instanceof File ? copy : new File([copy], row.fileName, { type: copy.type });
    },
    async allow(id) {
      const handle = (await rowOf(id))?.handle;
      return handle !== undefined && mayRead(handle);
    },
    miniature: miniatureOf,
    onMadeRoom(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async makeRoom() {
      const reply = await run('readwrite', async (tracks, files) => {
        const copied = (await rowsIn(tracks)).filter((row) => row.keeping === 'copy');
        for (const row of copied) {
          await answered(tracks.put({ ...row, keeping: 'none', copiedBytes: 0 } satisfies TrackRow));
          await answered(files.delete(row.id));
        }
        return copied.length;
      });
      const hadSome = reply.ok && reply.value > 0;
      if (hadSome) listeners.forEach((listener) => listener());
      return hadSome;
    },
  };
}

/** What is told of a track beyond the database, and nothing else; what a row of an earlier version lacks is not known. */
function trackOf({
  id,
  fileName,
  folder = '',
  title,
  artist,
  album,
  discNumber = null,
  trackNumber = null,
  durationSeconds,
  cover,
  keeping,
}: KeptTrack): KeptTrack {
  return {
    id,
    fileName,
    folder,
    title,
    artist,
    album,
    discNumber,
    trackNumber,
    durationSeconds,
    cover,
    keeping,
  };
}
