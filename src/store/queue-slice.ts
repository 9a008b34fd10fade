import { createQueueKeeping } from './queue-keeping.ts';
import * as order from './queue-order.ts';
import { createQueuePlayer, type QueuePlayer } from './queue-player.ts';
import type { GivenFile } from './ports.ts';
import { albumOrder, entryOf, sortGiven } from './queue-tracks.ts';
import type { QueueState, QueueActions } from './state.ts';
import type { TrackFlow } from './track-flow.ts';
import type { FlowWiring } from './wiring.ts';

/** More than anyone listens to in one go; each takes its place in the list and on the disk. */
export const MAX_TRACKS = 5000;
/** Later than this in a track, "previous" means its beginning. */
const BACK_TO_START_SECONDS = 3;

export const initialQueue: QueueState = {
  order: order.EMPTY_ORDER,
  entries: new Map(),
  place: null,
  removed: null,
  sorted: null,
  notKept: null,
  otherTabs: 0,
  isOpen: false,
};

export interface QueueSlice {
  readonly actions: QueueActions;
  readonly player: QueuePlayer;
  /** The queue as it was left. */
  restore(): Promise<void>;
}

/** The queue: what is in it, in which order, and what became of its files. */
export function createQueueSlice(wiring: FlowWiring, tracks: TrackFlow, chance: order.Chance): QueueSlice {
  const { ports, get, set, notify } = wiring;
  const setQueue = (partial: Partial<QueueState>) => set({ queue: { ...get().queue, ...partial } });
  const queue = () => get().queue;
  const keeping = createQueueKeeping(wiring, setQueue);
  const player = createQueuePlayer(wiring, tracks, { setQueue, keeping, chance });
  const setOrder = (next: order.QueueOrder): void => {
    setQueue({ order: next });
    keeping.arrange();
    player.replan();
  };

  async function openFiles(files: readonly GivenFile[], andPlay: boolean): Promise<void> {
    if (files.length === 0) return notify({ severity: 'info', code: 'files-none', values: {} });
    const room = MAX_TRACKS - queue().order.ids.length;
    const taken = sortGiven(files).slice(0, Math.max(0, room));
    if (taken.length < files.length) {
      const values = { others: String(files.length - taken.length), most: String(MAX_TRACKS) };
      notify({ severity: 'warning', code: 'queue-long', values });
    }
    const added = taken.map((given) => ({ given, entry: entryOf(given) }));
    const entries = new Map(queue().entries);
    for (const { entry } of added) entries.set(entry.id, entry);
    const ids = added.map(({ entry }) => entry.id);
    setQueue({ entries });
    keeping.take(added);
    setOrder(order.addTracks(queue().order, ids, chance));
    if (andPlay) await player.playFirstOf(ids);
    else if (ids.length > 0)
      notify({ severity: 'info', code: 'queue-added', values: { count: String(ids.length) } });
  }

  function sortByAlbum(): void {
    const { entries, order: now } = queue();
    const listed = now.ids.flatMap((id) => entries.get(id) ?? []);
    const next = order.listAs(now, albumOrder(listed));
    if (next === now) return notify({ severity: 'info', code: 'queue-in-order', values: {} });
    setOrder(next);
    const withoutAlbum = listed.filter(({ album }) => album === null).length;
    setQueue({ sorted: { before: now.ids, withoutAlbum } });
  }

  async function step(next: order.QueueOrder | null): Promise<void> {
    if (next?.currentId) await player.goTo(next);
  }

  const isPlayable = (id: string) => player.isPlayable(id);
  return {
    player,
    restore: keeping.restore,
    actions: {
      async load(source) {
        const reply = await tracks.load(source);
        if (reply.ok) {
          // Where the queue was left is forgotten only when it is left.
          const { order: now, place } = queue();
          setQueue({ order: order.leaveQueue(now), place: now.currentId === null ? place : null });
          player.replan();
        } else if (reply.code !== 'overtaken') tracks.tell(reply);
      },
      openFiles,
      playTrack: (id) => player.play(id),
      nextTrack: () => step(order.stepOn(queue().order, { isPlayable, chance })),
      async previousTrack() {
        // Beside something live a track rests: there is nothing of it to go back in.
        const isHeard = get().live.source === null;
        if (isHeard && ports.engine.positionSeconds() > BACK_TO_START_SECONDS) return ports.engine.seek(0);
        const before = order.stepBack(queue().order, isPlayable);
        if (before === null || before.currentId === queue().order.currentId) {
          if (isHeard) ports.engine.seek(0);
        } else await step(before);
      },
      moveTrack: (id, place) => setOrder(order.moveTrack(queue().order, id, place)),
      async removeTracks(ids) {
        const gone = new Set(ids);
        const { entries, order: before } = queue();
        const removed = ids.flatMap((id) => entries.get(id) ?? []);
        if (removed.length === 0) return;
        setQueue({ entries: new Map([...entries].filter(([id]) => !gone.has(id))) });
        setOrder(order.removeTracks(before, gone));
        setQueue({ removed: { entries: removed, before, records: await ports.queue.remove(ids) } });
      },
      async putBackTracks() {
        const { removed, order: now, entries } = queue();
        if (removed === null) return;
        const back = removed.entries.map((entry) => [entry.id, entry] as const);
        setQueue({ removed: null, entries: new Map([...entries, ...back]) });
        setOrder(order.putBack(now, removed.before));
        await ports.queue.putBack(removed.records);
      },
      sortByAlbum,
      putBackOrder() {
        const { sorted, order: now } = queue();
        if (sorted === null) return;
        setQueue({ sorted: null });
        setOrder(order.listAsBefore(now, sorted.before));
      },
      setShuffle: (on) => setOrder(order.setShuffle(queue().order, on, chance)),
      setRepeat: (repeat) => setOrder({ ...queue().order, repeat }),
      async allowTracks() {
        await keeping.allow();
        if (queue().order.currentId === null && !get().player.playing) await player.returnToPlace();
        player.replan();
      },
      async replaceFile(id, given) {
        if (!queue().entries.has(id)) return;
        keeping.replace(id, given);
        await player.play(id);
      },
      rememberPlace() {
        player.rememberPlace();
        void ports.queue.use();
      },
      setQueueOpen: (isOpen) => setQueue({ isOpen }),
    },
  };
}
