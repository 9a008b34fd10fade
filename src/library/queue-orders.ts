/** In which order the tabs of this browser have their one queue: pure. Each has its own; what is in one of them stays kept. */

/** A tab's queue. */
export interface Arrangement {
  /** As they are listed. */
  readonly ids: readonly string[];
  /** As they are played, where that is another order. */
  readonly shuffled: readonly string[] | null;
}

/** That of the tab used last, and by its name that of each tab. */
export interface Arrangements extends Arrangement {
  readonly tabs?: Readonly<Record<string, Arrangement>>;
}

export interface Tabs {
  readonly own: string;
  /** All that are open. */
  readonly open: ReadonlySet<string>;
}

/** This tab is the one used last; of the others those that are open are kept. */
export function withOwn(
  before: Arrangements | undefined,
  { own, open }: Tabs,
  { ids, shuffled }: Arrangement,
): Arrangements {
  const others = Object.entries(before?.tabs ?? {}).filter(([tab]) => tab !== own && open.has(tab));
  return { ids, shuffled, tabs: { ...Object.fromEntries(others), [own]: { ids, shuffled } } };
}

/** What other tabs that are open list: it stays, whatever this one removes. */
export function listedElsewhere(now: Arrangements | undefined, { own, open }: Tabs): ReadonlySet<string> {
  const others = Object.entries(now?.tabs ?? {}).filter(([tab]) => tab !== own && open.has(tab));
  return new Set(others.flatMap(([, { ids }]) => ids));
}

/**
 * What a tab begins with: its own where it was there before, and what no other lists; else that of the tab used last, and all
 * the rest.
 * @param kept the ids of all tracks @param from the tab that it was, or is a copy of
 */
export function arrangementOf(
  now: Arrangements | undefined,
  kept: readonly string[],
  from: string | null,
  tabs: Tabs,
): Arrangement {
  const before = from === null ? undefined : now?.tabs?.[from];
  const base = before ?? now;
  const rest = new Set(kept);
  const listed = (base?.ids ?? []).filter((id) => rest.delete(id));
  // What it has removed, and another one keeps, does not come back with a reload.
  const others = before ? listedElsewhere(now, tabs) : new Set<string>();
  return {
    ids: [...listed, ...[...rest].filter((id) => !others.has(id))],
    shuffled: base?.shuffled ?? null,
  };
}
