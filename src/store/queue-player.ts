import * as order from './queue-order.ts';
import type { LoadReply, TrackInfo, TrackSource } from './ports.ts';
import type { QueueKeeping } from './queue-keeping.ts';
import type { QueueState, TrackProblem } from './state.ts';
import type { TrackFlow } from './track-flow.ts';
import { reasonOf, type FlowWiring } from './wiring.ts';

export interface QueuePlayer {
  isPlayable(id: string): boolean;
  /** From its beginning, whatever was wrong with it before. */
  play(id: string): Promise<void>;
  /** The first of these that can be played; what plays now goes on playing, or resting, as that. */
  playFirstOf(ids: readonly string[]): Promise<void>;
  /** Where the queue is to stand; those that cannot be played are passed over. */
  goTo(next: order.QueueOrder): Promise<boolean>;
  /** What comes next may have changed. */
  replan(): void;
  /** To where the queue was left. @returns whether there is something to hear */
  returnToPlace(): Promise<boolean>;
  rememberPlace(): void;
  /** What was prepared is what is heard. */
  advanced(track: TrackInfo, source: TrackSource): void;
  /** The last sample was heard, and nothing was prepared. */
  ended(): Promise<void>;
}

interface PlayerSetup {
  readonly setQueue: (partial: Partial<QueueState>) => void;
  readonly keeping: QueueKeeping;
  readonly chance: order.Chance;
}

/** What will be heard after the track that plays. */
interface Plan {
  readonly next: order.QueueOrder;
  readonly source: TrackSource;
}

/** Plays the queue: one track without a gap after the other, and past those that cannot be played. */
export function createQueuePlayer(wiring: FlowWiring, tracks: TrackFlow, setup: PlayerSetup): QueuePlayer {
  const { ports, get, set, notify } = wiring;
  const { setQueue, keeping, chance } = setup;
  const queue = () => get().queue;
  /** Ready to be played on without a gap. */
  let prepared: Plan | null = null;
  /** Counted: an answer to an earlier question is none. */
  let [loads, plans] = [0, 0];

  const isPlayable = (id: string): boolean => queue().entries.get(id)?.problem === null;

  function mark(id: string, problem: TrackProblem): void {
    keeping.update(id, (entry) => ({ ...entry, problem }));
  }

  /** Told in one notice, however many follow each other. */
  function skip(id: string, problem: TrackProblem): void {
    mark(id, problem);
    const title = queue().entries.get(id)?.fileName ?? '';
    const code = 'queue-skipped';
    const told = get().notices.find((notice) => notice.code === code);
    if (told) set({ notices: get().notices.filter((notice) => notice !== told) });
    const others = told ? Number(told.values.others) + 1 : 0;
    notify({ severity: 'info', code, values: { title, others: String(others) } });
  }

  /** @returns whether it plays; 'overtaken' where something else was asked for meanwhile */
  async function load(next: order.QueueOrder): Promise<boolean | 'overtaken'> {
    const id = next.currentId!;
    const ticket = (loads += 1);
    const file = await keeping.open(id);
    if (ticket !== loads) return 'overtaken';
    if (!(file instanceof File)) {
      mark(id, file);
      const fileName = queue().entries.get(id)?.fileName ?? '';
      notify({ severity: 'warning', code: `queue-${file.code}`, values: { fileName } });
      return false;
    }
    const source = { kind: 'file', file } as const;
    const reply = await tracks.load(source);
    if (reply.ok) {
      arrive(next);
      keeping.learn(id, reply.track);
      return true;
    }
    if (reply.code === 'overtaken') return 'overtaken';
    mark(id, { code: reply.code, detail: reply.detail });
    tracks.tell(reply);
    return false;
  }

  /** Another track has begun; what was prepared is none any more. */
  function arrive(next: order.QueueOrder): void {
    prepared = null;
    setQueue({ order: order.arriveAt(queue().order, next) });
    replan();
  }

  async function goTo(wanted: order.QueueOrder): Promise<boolean> {
    let next: order.QueueOrder | null = wanted;
    // Each that fails is marked, so this ends.
    while (next !== null) {
      const ok = await load(next);
      if (ok !== false) return ok === true;
      next = order.stepOn(next, { isPlayable, chance });
    }
    return false;
  }

  /** What follows by itself; a track outside of the queue is followed by itself or by nothing. */
  async function planned(): Promise<Plan | null> {
    const { source } = get().player;
    const { order: now } = queue();
    if (source?.kind === 'url' && now.currentId === null)
      return now.repeat === 'off' ? null : { next: now, source };
    const next = order.stepOn(now, { isPlayable, chance, isAutomatic: true });
    if (!next?.currentId) return null;
    const file = await keeping.open(next.currentId);
    if (file instanceof File) return { next, source: { kind: 'file', file } };
    skip(next.currentId, file);
    return planned();
  }

  function replan(): void {
    void prepareNext((plans += 1));
  }

  async function prepareNext(ticket: number): Promise<void> {
    const plan = await planned();
    if (ticket !== plans) return;
    if (plan !== null && isSameSource(plan.source, prepared?.source)) {
      prepared = plan;
      return;
    }
    prepared = null;
    if (plan === null) return void ports.engine.prepare(null);
    const reply = await ports.engine.prepare(plan.source).catch((error: unknown): LoadReply => ({
      ok: false,
      code: 'unreadable',
      fileName: '',
      detail: reasonOf(error),
    }));
    if (ticket !== plans || reply === null || (!reply.ok && reply.code === 'overtaken')) return;
    const id = plan.next.currentId;
    if (reply.ok) {
      prepared = plan;
      if (id !== null) keeping.learn(id, reply.track);
    } else if (id !== null) {
      skip(id, { code: reply.code, detail: reply.detail });
      await prepareNext(ticket);
    }
  }

  return {
    isPlayable,
    async play(id) {
      const ok = await load(order.goTo(queue().order, id));
      if (ok === true && !get().player.playing && get().player.ready) await ports.engine.play();
    },
    async playFirstOf(ids) {
      for (const id of ids) if ((await load(order.goTo(queue().order, id))) !== false) return;
    },
    goTo,
    replan,
    async returnToPlace() {
      const { place, order: now } = queue();
      if (place === null || !isPlayable(place.id)) return false;
      const ok = await load(order.goTo(now, place.id));
      if (ok === true) get().actions.seek(place.seconds);
      return ok !== false;
    },
    rememberPlace() {
      const { currentId } = queue().order;
      if (currentId !== null) setQueue({ place: { id: currentId, seconds: ports.engine.positionSeconds() } });
    },
    advanced(track, source) {
      const id = keeping.idOf(source);
      if (id !== null) keeping.learn(id, track);
      if (isSameSource(prepared?.source, source)) arrive(prepared!.next);
      // Another took its place in the moment that it began.
      else if (id !== null) arrive(order.goTo(queue().order, id));
      void tracks.take(track, source);
    },
    async ended() {
      const next = order.stepOn(queue().order, { isPlayable, chance, isAutomatic: true });
      if (!next?.currentId) return;
      if (await goTo(next)) await ports.engine.play();
    },
  };
}

function isSameSource(one: TrackSource | undefined, other: TrackSource | undefined): boolean {
  if (one?.kind === 'file' && other?.kind === 'file') return one.file === other.file;
  return one === other;
}
