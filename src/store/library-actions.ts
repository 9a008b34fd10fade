import { designSchema } from './design-schema.ts';
import type { DesignHistory } from './design-history.ts';
import { pointOf } from './link-actions.ts';
import type { LibraryReply, SavedDesign } from './ports.ts';
import type { LibraryState, LibraryActions } from './state.ts';
import { whyOf, type FlowWiring } from './wiring.ts';

export interface LibraryFlow extends LibraryActions {
  /** Reads the library, now and whenever another tab has changed it. */
  followLibrary(): Promise<void>;
}

export const initialLibrary: LibraryState = { designs: null, problem: null, versions: null, removed: null };

export function createLibraryActions(wiring: FlowWiring, history: DesignHistory): LibraryFlow {
  const { get, set, notify } = wiring;
  const { library } = wiring.ports;
  const setLibrary = (partial: Partial<LibraryState>) => set({ library: { ...get().library, ...partial } });

  /** Unpacks a reply; a failure is told, and nothing on the screen changes by it. @returns `null` after a failure */
  function valueOf<Value>(reply: LibraryReply<Value>): { readonly value: Value } | null {
    if (reply.ok) return reply;
    const { code, detail } = reply;
    setLibrary({ problem: { code, detail } });
    notify({ severity: 'error', code: `library-${code}`, values: { detail } });
    return null;
  }

  async function read(): Promise<void> {
    const reply = await library.list();
    // Told in the library itself, where it matters: who never opens it is not bothered.
    if (reply.ok) setLibrary({ designs: reply.value, problem: null });
    else setLibrary({ problem: { code: reply.code, detail: reply.detail } });
    wiring.flow.slotsChanged();
    const shown = get().library.versions;
    if (shown) await readVersions(shown.id);
  }

  async function readVersions(id: string): Promise<void> {
    const reply = valueOf(await library.versions(id));
    if (reply) setLibrary({ versions: reply.value.length > 0 ? { id, list: reply.value } : null });
  }

  async function change<Value>(
    asked: Promise<LibraryReply<Value>>,
  ): Promise<{ readonly value: Value } | null> {
    const reply = valueOf(await asked);
    if (reply) await read();
    return reply;
  }

  async function save(name?: string): Promise<void> {
    const { document, saved, lineage } = get().designer;
    const kept = get().library.designs?.find(({ id }) => id === saved?.id);
    const id = name === undefined ? (kept?.id ?? null) : null;
    let wanted;
    try {
      const { parseDesign } = await designSchema();
      wanted = parseDesign({ ...document, name: name ?? kept?.name ?? document.name });
    } catch (error) {
      return notify({ severity: 'error', code: 'library-unfit', values: {}, why: whyOf(error) });
    }
    const reply = valueOf(await library.save(id, wanted));
    if (reply === null) return;
    const { value } = reply;
    history.markSaved({ id: value.id, version: value.version, document: wanted }, lineage);
    if (id !== null && saved && value.version > saved.version + 1) {
      const values = { name: value.name, version: String(value.version), other: String(value.version - 1) };
      notify({ severity: 'info', code: 'library-beside', values });
    }
    await read();
  }

  return {
    followLibrary() {
      library.onChange(() => void read());
      return read();
    },
    save,
    openSaved({ id, name, version, document }) {
      if (document === null) return;
      const named = { ...document, name };
      history.replace({ ...pointOf(named), saved: { id, version, document: named } });
    },
    async renameSaved(id, name) {
      if (!(await change(library.rename(id, name)))) return;
      const { saved, lineage } = get().designer;
      if (saved?.id === id) history.markSaved({ ...saved, document: { ...saved.document, name } }, lineage);
    },
    async duplicateSaved({ document }: SavedDesign, name) {
      if (document !== null) await change(library.save(null, { ...document, name }));
    },
    async removeSaved(id) {
      const reply = await change(library.remove(id));
      if (reply?.value) setLibrary({ removed: reply.value });
    },
    async putBackRemoved() {
      const { removed } = get().library;
      if (removed && (await change(library.putBack(removed)))) setLibrary({ removed: null });
    },
    async showVersions(id) {
      if (id === null) setLibrary({ versions: null });
      else await readVersions(id);
    },
    async importDesign(file, leftOut = 0) {
      try {
        const { readDesignFile } = await import('./design-file.ts');
        history.replace(pointOf(await readDesignFile(file)));
      } catch (error) {
        const values = { fileName: file.name };
        return notify({ severity: 'error', code: 'design-file-refused', values, why: whyOf(error) });
      }
      const values = { fileName: file.name, others: String(leftOut) };
      notify({ severity: 'info', code: 'design-file-opened', values });
    },
  };
}
