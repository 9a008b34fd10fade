import type { Keeping, KeepReply, KeptTrack, QueuePort, RemovedRecords } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import { answered, TRACK_FILES, TRACKS, type Work } from './database.ts';
import { fileBehind, mayRead, reachOf } from './file-handle.ts';
import { miniatureOf } from './miniature.ts';
import type { OpenTabs } from './open-tabs.ts';
import {
  arrangementOf,
  listedElsewhere,
  withOwn,
  type Arrangement,
  type Arrangements,
} from './queue-orders.ts';
import { roomForCopies } from './storage-room.ts';
import { createTabChannel } from './tab-channel.ts';

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
interface OrderRow extends Arrangements {
  readonly id: typeof ORDER;
}

interface Records {
  readonly rows: readonly TrackRow[];
  readonly files: readonly FileRow[];
}

export interface QueueShelf extends QueuePort {
  /** Lets all copies go. @returns whether there were any */
  makeRoom(): Promise<boolean>;
}

/**
 * The queue in the browser's database, shared by its tabs: all tracks of all of them are kept, each tab has its own order, and
 * what one removes stays for those that list it.
 */
export function createQueueShelf(connection: Connection, tabs: OpenTabs): QueueShelf {
  const listeners = new Set<() => void>();
  const used = createTabChannel('soundstage-queue');
  const room = createTabChannel('soundstage-queue-room');
  /** This tab's, where another one was used since. */
  let overtaken: Arrangement | null = null;
  let own: Arrangement | null = null;
  used.onTold(() => (overtaken = own));
  room.onTold(() => listeners.forEach((listener) => listener()));
  const run = <Value>(mode: IDBTransactionMode, work: Work<Value>) =>
    connection.run([TRACKS, TRACK_FILES], mode, work);
  const orderIn = (tracks: IDBObjectStore) => answered<OrderRow | undefined>(tracks.get(ORDER));
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

  /** Asked for before a transaction, which does not wait for anything else. */
  async function tabsNow() {
    return { own: await tabs.own(), open: await tabs.open() };
  }

  async function arrange(arrangement: Arrangement): Promise<void> {
    own = arrangement;
    overtaken = null;
    const now = await tabsNow();
    await run('readwrite', async (tracks) => {
      const next = withOwn(await orderIn(tracks), now, arrangement);
      await answered(tracks.put({ ...next, id: ORDER } satisfies OrderRow));
    });
    used.tell();
  }

  /** All that is kept, and at once a tab's place among the others: nothing is removed in between that it lists. */
  async function join() {
    const now = await tabsNow();
    const reply = await run('readwrite', async (tracks) => {
      const [order, rows] = [await orderIn(tracks), await rowsIn(tracks)];
      const arrangement = arrangementOf(order, idsOf(rows), tabs.from, now);
      await answered(tracks.put({ ...withOwn(order, now, arrangement), id: ORDER } satisfies OrderRow));
      return { arrangement, rows };
    });
    if (reply.ok) {
      own = reply.value.arrangement;
      used.tell();
      return reply;
    }
    // A disk that is full can be read.
    return run('readonly', async (tracks) => {
      const [order, rows] = [await orderIn(tracks), await rowsIn(tracks)];
      return { arrangement: arrangementOf(order, idsOf(rows), tabs.from, now), rows };
    });
  }

  return {
    async read() {
      const reply = await join();
      if (!reply.ok) return reply;
      const { arrangement, rows } = reply.value;
      const problems = new Map<string, 'ask' | 'gone'>();
      for (const { id, handle, keeping } of rows) {
        const reach = handle ? await reachOf(handle) : keeping === 'none' ? 'gone' : 'ready';
        if (reach !== 'ready') problems.set(id, reach);
      }
      const byId = new Map(rows.map((row) => [row.id, row]));
      const tracks = arrangement.ids.flatMap((id) => byId.get(id) ?? []).map(trackOf);
      return { ok: true, value: { tracks, shuffled: arrangement.shuffled, problems } };
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
    arrange: (ids, shuffled) => arrange({ ids, shuffled }),
    async use() {
      if (overtaken !== null) await arrange(overtaken);
    },
    onShared: (listener) => tabs.onOthers(listener),
    async remove(removed): Promise<RemovedRecords> {
      const now = await tabsNow();
      const reply = await run('readwrite', async (tracks, files): Promise<Records> => {
        const listed = listedElsewhere(await orderIn(tracks), now);
        const ids = removed.filter((id) => !listed.has(id));
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
      if (hadSome) {
        room.tell();
        listeners.forEach((listener) => listener());
      }
      return hadSome;
    },
  };
}

function idsOf(rows: readonly TrackRow[]): string[] {
  return rows.map(({ id }) => id);
}

/** What is told of a track beyond the database, and nothing else; what a row of an earlier version lacks is not known. */
function trackOf({
  id,
  fileName,
  folder = '',
  title,
  artist,
  album,
  albumArtist = null,
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
    albumArtist,
    discNumber,
    trackNumber,
    durationSeconds,
    cover,
    keeping,
  };
}
