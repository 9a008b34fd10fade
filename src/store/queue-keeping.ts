import { isSameValue } from './edit-steps.ts';
import { placeBefore, playOrder } from './queue-order.ts';
import type { GivenFile, Keeping, TrackInfo, TrackSource } from './ports.ts';
import { withInfo } from './queue-tracks.ts';
import type { QueueEntry, QueueState, TrackProblem } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** A long list is not drawn again for each of its tracks. */
const TOLD_AT_ONCE = 50;

export interface AddedTrack {
  readonly given: GivenFile;
  readonly entry: QueueEntry;
}

/** Where the queue's files are: at hand in this visit, and kept for the next one. */
export interface QueueKeeping {
  /** New in the queue. */
  take(added: readonly AddedTrack[]): void;
  replace(id: string, given: GivenFile): void;
  /** The file of a track, or why there is none. */
  open(id: string): Promise<File | TrackProblem>;
  /** The track that a source is; null for one that is not in the queue. */
  idOf(source: TrackSource): string | null;
  /** Changes what is known of a track, where it is still in the queue. */
  update(id: string, change: (entry: QueueEntry) => QueueEntry): void;
  /** What its file told of a track. */
  learn(id: string, track: TrackInfo): void;
  /** The order has changed. */
  arrange(): void;
  allow(): Promise<void>;
  restore(): Promise<void>;
}

export function createQueueKeeping(
  { ports, get }: FlowWiring,
  setQueue: (partial: Partial<QueueState>) => void,
): QueueKeeping {
  /** Opened in this visit. */
  const files = new Map<string, File>();
  /** One after the other: a folder of files is not copied all at once. */
  let work: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<unknown>): void => {
    work = work.then(run);
  };
  const queue = () => get().queue;
  /** How each is kept that was, until it is told. */
  const kept = new Map<string, Keeping>();
  let waiting = 0;

  function change(id: string, to: (entry: QueueEntry) => QueueEntry): QueueEntry | null {
    const entry = queue().entries.get(id);
    if (!entry) return null;
    const changed = to(entry);
    setQueue({ entries: new Map(queue().entries).set(id, changed) });
    return changed;
  }

  function keep(id: string, given: GivenFile): void {
    waiting += 1;
    inTurn(async () => {
      const entry = queue().entries.get(id);
      const reply = entry && (await ports.queue.add(entry, given));
      waiting -= 1;
      if (reply) kept.set(id, reply.keeping);
      if (reply?.failure) setQueue({ notKept: reply.failure });
      if (waiting === 0 || kept.size >= TOLD_AT_ONCE) await tellKept();
      if (waiting === 0) await describeAll();
    });
  }

  /** Titles, lengths and covers of those that were never played; when nothing else is to be done. */
  async function describeAll(): Promise<void> {
    for (const id of [...files.keys()]) {
      if (waiting > 0) return;
      const file = files.get(id);
      if (!file || queue().entries.get(id)?.durationSeconds !== null) continue;
      const track = await ports.engine.describe({ kind: 'file', file });
      if (track) learn(id, track);
    }
  }

  function learn(id: string, track: TrackInfo): void {
    const known = queue().entries.get(id);
    if (known && !isSameValue(known, withInfo(known, track))) update(id, (entry) => withInfo(entry, track));
    const picture = track.tags.cover;
    if (!picture || queue().entries.get(id)?.cover) return;
    void ports.queue.miniature(picture).then((cover) => update(id, (entry) => ({ ...entry, cover })));
  }

  async function tellKept(): Promise<void> {
    const entries = new Map(queue().entries);
    const gone = [...kept.keys()].filter((id) => !entries.has(id));
    for (const [id, keeping] of kept) {
      const entry = entries.get(id);
      if (entry) entries.set(id, { ...entry, keeping });
    }
    kept.clear();
    setQueue({ entries });
    if (gone.length > 0) await ports.queue.remove(gone);
  }

  function update(id: string, to: (entry: QueueEntry) => QueueEntry): void {
    const changed = change(id, to);
    if (changed) inTurn(() => ports.queue.update(changed));
  }

  function arrange(): void {
    const { ids, shuffled } = queue().order;
    inTurn(() => ports.queue.arrange(ids, shuffled));
  }

  return {
    update,
    learn,
    take(added) {
      for (const { given, entry } of added) {
        files.set(entry.id, given.file);
        keep(entry.id, given);
      }
    },
    replace(id, given) {
      files.set(id, given.file);
      change(id, (entry) => ({ ...entry, fileName: given.file.name, problem: null }));
      keep(id, given);
    },
    idOf(source) {
      if (source.kind !== 'file') return null;
      return [...files].find(([, file]) => file === source.file)?.[0] ?? null;
    },
    async open(id) {
      const known = files.get(id);
      if (known) return known;
      const opened = await ports.queue.open(id);
      if (opened === 'ask' || opened === 'gone') return { code: opened, detail: '' };
      files.set(id, opened);
      return opened;
    },
    arrange,
    async allow() {
      for (const id of playOrder(queue().order)) {
        if (queue().entries.get(id)?.problem?.code !== 'ask') continue;
        // One refusal is an answer for all.
        if (!(await ports.queue.allow(id))) return;
        change(id, (entry) => ({ ...entry, problem: null }));
      }
    },
    async restore() {
      ports.queue.onMadeRoom(() => {
        const entries = [...queue().entries.values()].map((entry) =>
          entry.keeping === 'copy' ? { ...entry, keeping: 'none' as const } : entry,
        );
        setQueue({ entries: byId(entries), notKept: 'gave-way' });
      });
      ports.queue.onShared((otherTabs) => setQueue({ otherTabs }));
      const reply = await ports.queue.read();
      if (!reply.ok) return setQueue({ notKept: reply.code });
      const { tracks, shuffled, problems } = reply.value;
      const { order, entries } = queue();
      const before = tracks
        .filter(({ id }) => !entries.has(id))
        .map((track) => ({ ...track, problem: problemOf(problems.get(track.id)) }));
      setQueue({
        entries: new Map([...byId(before), ...entries]),
        order: placeBefore(
          order,
          before.map(({ id }) => id),
          shuffled,
        ),
      });
      // What was opened meanwhile is in no order yet that is kept.
      if (entries.size > 0) arrange();
    },
  };
}

function byId(entries: readonly QueueEntry[]): ReadonlyMap<string, QueueEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function problemOf(code: 'ask' | 'gone' | undefined): TrackProblem | null {
  return code === undefined ? null : { code, detail: '' };
}
