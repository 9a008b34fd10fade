/** In which order the tracks of a queue are played: pure, and free of what a track is. */

export type Repeat = 'off' | 'all' | 'one';

export interface QueueOrder {
  /** All tracks, as they are listed. */
  readonly ids: readonly string[];
  /** The same tracks as they are played; `null` where that is as they are listed. */
  readonly shuffled: readonly string[] | null;
  /** The one that plays; `null` while something else does. */
  readonly currentId: string | null;
  /** What follows a track that was taken out of the queue while it played. */
  readonly followingId: string | null;
  readonly repeat: Repeat;
}

/** 0 ≤ x < 1, as `Math.random`. */
export type Chance = () => number;

export const EMPTY_ORDER: QueueOrder = {
  ids: [],
  shuffled: null,
  currentId: null,
  followingId: null,
  repeat: 'off',
};

export function playOrder({ ids, shuffled }: QueueOrder): readonly string[] {
  return shuffled ?? ids;
}

/** At the end of the list; while shuffled, each at a place by chance among those that are still to come. */
export function addTracks(order: QueueOrder, added: readonly string[], chance: Chance): QueueOrder {
  const ids = [...order.ids, ...added];
  if (order.shuffled === null) return { ...order, ids };
  const shuffled = [...order.shuffled];
  const first = order.currentId === null ? 0 : shuffled.indexOf(order.currentId) + 1;
  for (const id of added) shuffled.splice(first + below(shuffled.length - first + 1, chance), 0, id);
  return { ...order, ids, shuffled };
}

/** What plays may be among them: it is heard to its end all the same, and then what follows it. */
export function removeTracks(order: QueueOrder, removed: ReadonlySet<string>): QueueOrder {
  const kept = (ids: readonly string[]) => ids.filter((id) => !removed.has(id));
  const { currentId, followingId } = order;
  const last = currentId ?? followingId;
  const isGone = last !== null && removed.has(last);
  const played = playOrder(order);
  return {
    ...order,
    ids: kept(order.ids),
    shuffled: order.shuffled && kept(order.shuffled),
    currentId: isGone ? null : currentId,
    followingId: isGone ? (kept(played.slice(played.indexOf(last)))[0] ?? null) : followingId,
  };
}

/** This one plays. */
export function goTo(order: QueueOrder, currentId: string): QueueOrder {
  return { ...order, currentId, followingId: null };
}

/** Where a step that was planned leads in a queue that may have changed since. */
export function arriveAt(now: QueueOrder, planned: QueueOrder): QueueOrder {
  const id = planned.currentId;
  const arrived = id !== null && now.ids.includes(id) ? goTo(now, id) : leaveQueue(now);
  const { shuffled } = planned;
  const isOfNow =
    now.shuffled !== null &&
    shuffled?.length === now.ids.length &&
    shuffled.every((each) => now.ids.includes(each));
  return isOfNow ? { ...arrived, shuffled } : arrived;
}

/** Something else plays, and nothing of the queue follows it. */
export function leaveQueue(order: QueueOrder): QueueOrder {
  return { ...order, currentId: null, followingId: null };
}

/** Another place in the list; while shuffled, what plays when stays as it is. @param place among the others, 0… */
export function moveTrack(order: QueueOrder, id: string, place: number): QueueOrder {
  const others = order.ids.filter((other) => other !== id);
  if (others.length === order.ids.length) return order;
  const at = Math.min(others.length, Math.max(0, place));
  return { ...order, ids: [...others.slice(0, at), id, ...others.slice(at)] };
}

/** The same tracks listed in another order; while shuffled, what plays when stays as it is. */
export function listAs(order: QueueOrder, ids: readonly string[]): QueueOrder {
  return order.ids.every((id, place) => id === ids[place]) ? order : { ...order, ids };
}

/** Listed as before; what came since is last, and what went since stays away. @param before the ids as they were listed then */
export function listAsBefore(order: QueueOrder, before: readonly string[]): QueueOrder {
  const there = new Set(order.ids);
  const back = before.filter((id) => there.delete(id));
  return listAs(order, [...back, ...order.ids.filter((id) => there.has(id))]);
}

/** The tracks of an earlier visit, before those that were added in this one. @param shuffled as they were played then */
export function placeBefore(
  order: QueueOrder,
  earlier: readonly string[],
  shuffled: readonly string[] | null,
): QueueOrder {
  const ids = [...earlier, ...order.ids];
  if (shuffled === null && order.shuffled === null) return { ...order, ids };
  const known = new Set(earlier);
  const played = (shuffled ?? []).filter((id) => known.delete(id));
  return { ...order, ids, shuffled: [...played, ...known, ...playOrder(order)] };
}

/** Tracks that were removed, each behind what stood before it; what was added and moved since stays. */
export function putBack(order: QueueOrder, before: QueueOrder): QueueOrder {
  const { currentId, followingId } = before;
  const isBack = order.currentId === null && currentId !== null && !order.ids.includes(currentId);
  return {
    ...order,
    ids: woven(order.ids, before.ids),
    shuffled: order.shuffled && woven(order.shuffled, playOrder(before)),
    ...(isBack && { currentId, followingId }),
  };
}

function woven(now: readonly string[], before: readonly string[]): readonly string[] {
  const result = [...now];
  const there = new Set(now);
  before.forEach((id, n) => {
    if (there.has(id)) return;
    result.splice(n === 0 ? 0 : result.indexOf(before[n - 1]!) + 1, 0, id);
    there.add(id);
  });
  return result;
}

/** What plays is the first, every order of the others is as likely as any; off, all is as listed. */
export function setShuffle(order: QueueOrder, on: boolean, chance: Chance): QueueOrder {
  if (!on) return { ...order, shuffled: null };
  const { currentId, ids } = order;
  const others = permuted(
    ids.filter((id) => id !== currentId),
    chance,
  );
  return { ...order, shuffled: currentId === null ? others : [currentId, ...others] };
}

export interface StepRules {
  /** Those that cannot be played. */
  readonly isPlayable: (id: string) => boolean;
  readonly chance: Chance;
  /** Nobody asked for it: a track that is repeated comes again. */
  readonly isAutomatic?: boolean;
}

/**
 * The queue one track on. At the end of a round that is repeated, a shuffled queue is shuffled anew, and does not begin with
 * the track that was heard last.
 * @returns `null` where there is none to come
 */
export function stepOn(order: QueueOrder, rules: StepRules): QueueOrder | null {
  const { currentId, followingId, repeat } = order;
  const { isPlayable, chance, isAutomatic } = rules;
  if (isAutomatic && currentId === null && followingId === null) return null;
  if (isAutomatic && repeat === 'one' && currentId !== null && isPlayable(currentId)) return order;
  const played = playOrder(order);
  const from = currentId === null ? played.indexOf(followingId ?? '') : played.indexOf(currentId) + 1;
  const next = played.slice(Math.max(0, from)).find(isPlayable);
  if (next !== undefined) return goTo(order, next);
  if (repeat === 'off' || (repeat === 'one' && isAutomatic)) return null;
  const round = order.shuffled === null ? order : { ...order, shuffled: newRound(played, currentId, chance) };
  const first = playOrder(round).find(isPlayable);
  return first === undefined ? null : goTo(round, first);
}

/** The queue one track back; from the first one to the last where all is repeated. @returns `null` where there is none */
export function stepBack(order: QueueOrder, isPlayable: (id: string) => boolean): QueueOrder | null {
  const played = playOrder(order);
  const at = order.currentId === null ? played.length : played.indexOf(order.currentId);
  const before =
    played.slice(0, at).findLast(isPlayable) ??
    (order.repeat === 'all' ? played.slice(at).findLast(isPlayable) : undefined);
  return before === undefined ? null : goTo(order, before);
}

function newRound(played: readonly string[], last: string | null, chance: Chance): readonly string[] {
  const round = permuted(played, chance);
  if (round.length < 2 || round[0] !== last) return round;
  const at = 1 + below(round.length - 1, chance);
  [round[0], round[at]] = [round[at]!, round[0]];
  return round;
}

/** Fisher and Yates: every order is as likely as any other. */
function permuted(ids: readonly string[], chance: Chance): string[] {
  const result = [...ids];
  for (let n = result.length - 1; n > 0; n--) {
    const other = below(n + 1, chance);
    [result[n], result[other]] = [result[other]!, result[n]!];
  }
  return result;
}

function below(count: number, chance: Chance): number {
  return Math.floor(chance() * count);
}
