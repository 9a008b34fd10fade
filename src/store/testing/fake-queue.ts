import type { KeepReply, KeptTrack, QueuePort } from '../ports.ts';

/** A queue in memory, whose files are copied unless it is told otherwise. */
export function createFakeQueue() {
  const tracks = new Map<string, KeptTrack>();
  const files = new Map<string, File>();
  const kept: { order: readonly string[]; shuffled: readonly string[] | null; uses: number } = {
    order: [],
    shuffled: null,
    uses: 0,
  };
  /** Tracks whose files cannot be had, and why. */
  const problems = new Map<string, 'ask' | 'gone'>();
  const answer: { add: KeepReply; allow: boolean } = {
    add: { keeping: 'copy', failure: null },
    allow: true,
  };
  const madeRoom = new Set<() => void>();
  const shared = new Set<(others: number) => void>();
  const port: QueuePort = {
    read: () =>
      Promise.resolve({
        ok: true,
        value: {
          tracks: kept.order.flatMap((id) => tracks.get(id) ?? []),
          shuffled: kept.shuffled,
          problems,
        },
      }),
    add(track, { file }) {
      tracks.set(track.id, { ...track, keeping: answer.add.keeping });
      files.set(track.id, file);
      return Promise.resolve(answer.add);
    },
    update: (track) => Promise.resolve(void tracks.set(track.id, track)),
    arrange(ids, shuffled) {
      Object.assign(kept, { order: ids, shuffled });
      return Promise.resolve();
    },
    use: () => Promise.resolve(void (kept.uses += 1)),
    onShared(listener) {
      shared.add(listener);
      return () => shared.delete(listener);
    },
    remove(ids) {
      const records = ids.map((id) => [id, tracks.get(id), files.get(id)]);
      for (const id of ids) tracks.delete(id);
      return Promise.resolve(records);
    },
    putBack(records) {
      for (const [id, track] of records as [string, KeptTrack][]) tracks.set(id, track);
      return Promise.resolve();
    },
    open: (id) => Promise.resolve(problems.get(id) ?? files.get(id) ?? 'gone'),
    allow(id) {
      if (answer.allow) problems.delete(id);
      return Promise.resolve(answer.allow);
    },
    miniature: (picture) => Promise.resolve(picture),
    onMadeRoom(listener) {
      madeRoom.add(listener);
      return () => madeRoom.delete(listener);
    },
  };
  const makeRoom = () => madeRoom.forEach((listener) => listener());
  const share = (others: number) => shared.forEach((listener) => listener(others));
  return { port, tracks, kept, problems, answer, makeRoom, share };
}
