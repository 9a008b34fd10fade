import { createTabChannel } from './tab-channel.ts';

/** Of this tab: which it was before a reload. */
const NAME = 'soundstage-tab';
/** A tab holds the browser's lock of this and its name for as long as it is open, however it ends. */
const LOCK = 'soundstage-tab ';

/** The tabs of this browser that have this page open. */
export interface OpenTabs {
  /** This one's name. */
  own(): Promise<string>;
  /** The name that it had before a reload, or of the tab that it is a copy of; null where it is new. */
  readonly from: string | null;
  /** The names of all, this one among them. */
  open(): Promise<ReadonlySet<string>>;
  /** @param listener told how many others there are, now and whenever that changes */
  onOthers(listener: (count: number) => void): () => void;
}

/** Without the browser's locks a tab knows of no other. @param storage this tab's own, where there is one */
export function createOpenTabs(storage?: Pick<Storage, 'getItem' | 'setItem'>): OpenTabs {
  const locks = (navigator as Partial<Navigator>).locks;
  const channel = createTabChannel('soundstage-tabs');
  const listeners = new Set<(count: number) => void>();
  const watched = new Set<string>();
  const from = storage?.getItem(NAME) ?? null;
  let others = 0;

  /** A copy of a tab has its storage, and its name: that is taken. */
  async function takeName(): Promise<string> {
    if (locks === undefined) return crypto.randomUUID();
    const name = from !== null && (await take(locks, from)) ? from : crypto.randomUUID();
    if (name !== from) await take(locks, name);
    try {
      storage?.setItem(NAME, name);
    } catch {
      // Full or forbidden: after a reload it is another tab.
    }
    channel.tell();
    return name;
  }

  const own = takeName();

  async function open(): Promise<ReadonlySet<string>> {
    const name = await own;
    const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
    const names = held.flatMap((lock) => (lock.name?.startsWith(LOCK) ? [lock.name.slice(LOCK.length)] : []));
    return new Set([...names, name]);
  }

  async function look(): Promise<void> {
    const [name, all] = [await own, await open()];
    for (const other of all) if (other !== name) void watch(other);
    if (all.size - 1 === others) return;
    others = all.size - 1;
    listeners.forEach((listener) => listener(others));
  }

  /** Until it is closed: its lock is granted then. */
  async function watch(other: string): Promise<void> {
    if (watched.has(other)) return;
    watched.add(other);
    await locks?.request(LOCK + other, { mode: 'shared' }, () => undefined).catch(() => undefined);
    watched.delete(other);
    await look();
  }

  channel.onTold(() => void look());
  return {
    own: () => own,
    from,
    open,
    onOthers(listener) {
      listeners.add(listener);
      if (others > 0) listener(others);
      void look();
      return () => listeners.delete(listener);
    },
  };
}

/** @returns once it is known whether the lock is this tab's, for as long as it is open */
function take(locks: LockManager, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    };
    locks.request(LOCK + name, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
}
