import type { PersistStorage, StorageValue } from 'zustand/middleware';
import type { Remembered } from './remembered.ts';

/** Texts by name, as the browser keeps them for a page or for one of its tabs. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is a tab's own: two tabs work on two designs, each at its own place of the queue, and a reload gives each its own back. */
type Own = Pick<Remembered, 'presetId' | 'document' | 'saved' | 'place'>;

/** One that keeps nothing. */
export const FORGETFUL: TextStorage = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/**
 * What survives a reload. Settings are shared by all tabs; the design worked on is kept for each tab apart, and the one written
 * last is what a new tab begins with.
 * @param shared by all tabs, for ever @param tab this tab's, as long as it is open
 */
export function rememberedStorage(shared: TextStorage, tab: TextStorage): PersistStorage<Remembered> {
  const everywhere = quietJson<StorageValue<Remembered>>(shared);
  const here = quietJson<Own>(tab);
  return {
    getItem(name) {
      const all = everywhere.read(name);
      return all && { ...all, state: { ...all.state, ...here.read(name) } };
    },
    setItem(name, value) {
      const { presetId, document, saved, place } = value.state;
      everywhere.write(name, value);
      here.write(name, { presetId, document, saved, place });
    },
    removeItem(name) {
      shared.removeItem(name);
      tab.removeItem(name);
    },
  };
}

/** JSON in a storage, written only when it changed; a storage that refuses is lived without. */
function quietJson<Value>(storage: TextStorage) {
  let written = '';
  return {
    read(name: string): Value | null {
      const text = storage.getItem(name);
      return text === null ? null : (JSON.parse(text) as Value);
    },
    write(name: string, value: Value): void {
      const text = JSON.stringify(value);
      if (text === written) return;
      written = text;
      try {
        storage.setItem(name, text);
      } catch {
        // Full or forbidden: what is remembered then lasts as long as the page.
      }
    },
  };
}
