import type {
  AddressPort,
  KeptMeasurement,
  LibraryPort,
  SavedDesign,
  ShelfPort,
  Snapshot,
  SnapshotsPort,
} from '../ports.ts';
import { createFailing } from './failing.ts';

/** A library in memory that can be told to fail, and to have been changed by another tab. */
export function createFakeLibrary() {
  const rows = new Map<string, SavedDesign[]>();
  const listeners = new Set<() => void>();
  const failing = createFailing();
  const { answer } = failing;
  const newestOf = (versions: SavedDesign[]) => versions[versions.length - 1]!;
  const port: LibraryPort = {
    list: () => answer(() => [...rows.values()].map(newestOf)),
    versions: (id) => answer(() => [...(rows.get(id) ?? [])].reverse()),
    save: (given, document) =>
      answer(() => {
        const id = given ?? `design ${rows.size + 1}`;
        const before = rows.get(id) ?? [];
        const saved = { id, name: document.name, version: before.length + 1, savedAtMs: 0, document };
        rows.set(id, [...before, saved]);
        return saved;
      }),
    rename: (id, name) =>
      answer(
        () =>
          void rows.set(
            id,
            (rows.get(id) ?? []).map((version) => ({ ...version, name })),
          ),
      ),
    remove: (id) =>
      answer(() => {
        const records = rows.get(id);
        rows.delete(id);
        return records ? { name: newestOf(records).name, records } : null;
      }),
    putBack: ({ records }) =>
      answer(() => void rows.set((records[0] as SavedDesign).id, records as SavedDesign[])),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { port, rows, failing, changeElsewhere: () => listeners.forEach((listener) => listener()) };
}

/** Snapshots in memory; those that it fails to keep are there all the same, as long as it is. */
export function createFakeSnapshots() {
  const rows: Snapshot[] = [];
  const failing = createFailing();
  const port: SnapshotsPort = {
    list: () => Promise.resolve({ ok: true, value: [...rows] }),
    keep(document) {
      const snapshot = { id: (rows.at(-1)?.id ?? 0) + 1, takenAtMs: 0, document };
      rows.push(snapshot);
      return failing.answer(() => snapshot);
    },
    remove: (id) =>
      failing.answer(
        () =>
          void rows.splice(
            rows.findIndex((one) => one.id === id),
            1,
          ),
      ),
    onChange: () => () => undefined,
  };
  return { port, rows, failing };
}

/** A shelf that forgets with the test, and fails when it is told to. */
export function createFakeShelf() {
  const rows = new Map<string, { readonly kept: KeptMeasurement; readonly file: Blob }>();
  const failing = createFailing();
  const listeners = new Set<() => void>();
  const port: ShelfPort = {
    list: () => failing.answer(() => [...rows.values()].map(({ kept }) => kept)),
    read: (id) => failing.answer(() => rows.get(id)?.file ?? null),
    keep: (kept, file) => failing.answer(() => void rows.set(kept.id, { kept, file })),
    remove: (id) => failing.answer(() => void rows.delete(id)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const fail = (reply: typeof failing.reply) => void (failing.reply = reply);
  return { port, rows, fail, tellChange: () => listeners.forEach((listener) => listener()) };
}

/** An address bar without a browser. */
export function createFakeAddress(fragment = '') {
  const bar = { fragment };
  const listeners = new Set<() => void>();
  const port: AddressPort = {
    fragment: () => bar.fragment,
    withFragment: (next) => `https://example.org/#${next}`,
    show: (next) => void (bar.fragment = next),
    clear: () => void (bar.fragment = ''),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const go = (next: string) => {
    bar.fragment = next;
    listeners.forEach((listener) => listener());
  };
  return { port, bar, go };
}
