import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import type { KeptHead, KeptMeasurement } from './ports.ts';
import type { HeadsState, HeadActions } from './state.ts';
import { reasonOf, type Wiring } from './wiring.ts';

/** Measured heads: kept between visits, and one of them told of every new design. */
export interface HeadFlow {
  readonly actions: HeadActions;
  /** Reads what is kept, now and whenever another tab has changed it; lets the remembered head hear. */
  follow(): Promise<void>;
  /** There is a new design to be heard. */
  designed(outcome: DesignOutcome): void;
}

export const initialHeads: HeadsState = {
  list: null,
  chosen: null,
  wantedId: null,
  reading: null,
  heard: null,
};

function isHead(kept: KeptMeasurement): kept is KeptHead {
  return !('kind' in kept);
}

export function createHeadFlow({ ports, get, set, notify }: Wiring): HeadFlow {
  const { heads, shelf } = ports;
  let outcome: DesignOutcome | null = null;
  /** Of the newest choice: what an older one still brings is left out. */
  let asked = 0;

  const put = (partial: Partial<HeadsState>): void => set({ heads: { ...get().heads, ...partial } });

  async function hear(): Promise<void> {
    const { chosen } = get().heads;
    if (chosen === null || outcome === null) return;
    const { view, drivers, cancellation } = outcome;
    const { separationDb } = view.metrics.sides;
    try {
      const heard = await heads.hear({ document: view.document, drivers, cancellation, separationDb });
      // Another head may have been chosen meanwhile.
      if (heard && heard.headId === get().heads.chosen?.id) put({ heard });
    } catch (error) {
      notify({ severity: 'warning', code: 'head-failed', values: { detail: reasonOf(error) } });
    }
  }

  async function readList(): Promise<void> {
    const reply = await shelf.list();
    put({ list: reply.ok ? reply.value.filter(isHead) : (get().heads.list ?? []) });
  }

  /** Reads a file as a head and lets it hear. @returns what is known of it, or `null` where it was refused or overtaken */
  async function open(file: Blob, fileName: string, ticket: number) {
    const reply = await heads.open(file, fileName);
    if (ticket !== asked) return null;
    if (!reply.ok) {
      notify({ severity: 'error', code: 'head-refused', values: { fileName }, why: reply.said });
      return null;
    }
    const { id, info } = reply;
    const chosen = { id, name: info.name, info };
    put({ chosen, wantedId: null, heard: null });
    void hear();
    return chosen;
  }

  async function importHead(file: File): Promise<void> {
    const ticket = (asked += 1);
    put({ reading: file.name });
    const head = await open(file, file.name, ticket);
    if (ticket === asked) put({ reading: null });
    if (head === null) return;
    const kept = await shelf.keep(head, file);
    if (kept.ok) await readList();
    else
      notify({
        severity: 'warning',
        code: 'head-not-kept',
        values: { name: head.name, detail: kept.detail },
      });
  }

  async function chooseHead(id: string | null): Promise<void> {
    const ticket = (asked += 1);
    if (id === null) {
      put({ chosen: null, wantedId: null, heard: null, reading: null });
      return;
    }
    const kept = get().heads.list?.find((one) => one.id === id);
    if (!kept) return;
    put({ reading: kept.name });
    const reply = await shelf.read(id);
    if (ticket === asked && reply.ok && reply.value) await open(reply.value, kept.name, ticket);
    else if (ticket === asked) {
      put({ wantedId: null });
      notify({ severity: 'warning', code: 'head-gone', values: { detail: reply.ok ? '' : reply.detail } });
    }
    if (ticket === asked) put({ reading: null });
  }

  return {
    actions: {
      importHead,
      chooseHead,
      async removeHead(id) {
        if (get().heads.chosen?.id === id) await chooseHead(null);
        const reply = await shelf.remove(id);
        if (reply.ok) await readList();
        else notify({ severity: 'error', code: `library-${reply.code}`, values: { detail: reply.detail } });
      },
    },
    async follow() {
      shelf.onChange(() => void readList());
      await readList();
      const { wantedId, list } = get().heads;
      if (wantedId === null) return;
      if (list?.some(({ id }) => id === wantedId)) await chooseHead(wantedId);
      else put({ wantedId: null });
    },
    designed(next) {
      outcome = next;
      void hear();
    },
  };
}
