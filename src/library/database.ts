/** IndexedDB as promises: the little of it that the library needs. */
export const DATABASE = 'soundstage';
const VERSION = 4;

/** One row per design, `id`; one per version of it, `[id, version]`. Versions are added and deleted, never changed. */
export const DESIGNS = 'designs';
export const VERSIONS = 'versions';
/** Designs as they were at a moment, put aside to be compared with, `id`. */
export const SNAPSHOTS = 'snapshots';
/** What was measured: what is known of each file, `id`; and apart from it, as they are large, the files themselves. */
export const MEASUREMENTS = 'measurements';
export const MEASUREMENT_FILES = 'measurement-files';
/** The queue: what is known of each track, `id`, and under no name the order; and apart from it the copies of their files. */
export const TRACKS = 'tracks';
export const TRACK_FILES = 'track-files';

const KEYS: Readonly<Record<string, string | string[]>> = {
  [DESIGNS]: 'id',
  [VERSIONS]: ['id', 'version'],
  [SNAPSHOTS]: 'id',
  [MEASUREMENTS]: 'id',
  [MEASUREMENT_FILES]: 'id',
  [TRACKS]: 'id',
  [TRACK_FILES]: 'id',
};

/** Opens the database, making it where there is none. @throws what the browser says, e.g. where it forbids storage */
export function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      const { result } = request;
      // A database of an earlier page keeps what it has.
      for (const [name, keyPath] of Object.entries(KEYS)) {
        if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath });
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(reasonOf(request.error));
    request.onblocked = () => reject(new Error('an older tab of this page holds the library: close it'));
  });
}

/** The answer to one request of a transaction that still runs. */
export function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(reasonOf(request.error));
  });
}

/** Work in the stores of one transaction, in the order in which they were asked for. */
export type Work<Value> = (first: IDBObjectStore, second: IDBObjectStore) => Promise<Value>;

/**
 * Runs some work in one transaction: all of it is kept, or nothing. Resolves when it is on its way to the disk.
 * @throws what the work throws, or why it could not be kept
 */
export async function inTransaction<Value>(
  database: IDBDatabase,
  stores: readonly [first: string, second: string],
  mode: IDBTransactionMode,
  work: Work<Value>,
): Promise<Value> {
  const transaction = database.transaction([...stores], mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(reasonOf(transaction.error));
  });
  // Where the work fails first, its reason is the one that is told.
  done.catch(() => undefined);
  try {
    const value = await work(transaction.objectStore(stores[0]), transaction.objectStore(stores[1]));
    await done;
    return value;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has come to its end already, by itself.
  }
}

function reasonOf(error: DOMException | null): Error {
  return error ?? new Error('the browser gave no reason');
}
