import type * as Schema from '../design/schema.ts';
import { rememberedStorage, FORGETFUL, type TextStorage } from './remembered-storage.ts';

/** Under which name the page remembers. */
export const REMEMBERED_AS = 'soundstage';

let schema: typeof Schema | null = null;

/** The design document's schema, fetched with the first design that has to be read: a first visit has none. */
export async function designSchema(): Promise<typeof Schema> {
  return (schema ??= await import('../design/schema.ts'));
}

/** The same at once. @throws Error where `designSchema` has not been awaited */
export function fetchedSchema(): typeof Schema {
  if (schema === null) throw new Error('A design is read before its schema was fetched.');
  return schema;
}

/** What has to be there before a store is made: the schema, where a design is remembered. */
export async function beforeStore(options: {
  readonly storage?: TextStorage;
  readonly tabStorage?: TextStorage;
}): Promise<void> {
  const { storage = FORGETFUL, tabStorage = FORGETFUL } = options;
  let kept;
  try {
    kept = rememberedStorage(storage, tabStorage).getItem(REMEMBERED_AS);
  } catch {
    // Damaged: the store finds out for itself, and begins anew.
    return;
  }
  if (needsSchema(await kept)) await designSchema();
}

function needsSchema(kept: unknown): boolean {
  const state = (kept as { state?: { document?: unknown; saved?: unknown } | null } | null)?.state;
  return Boolean(state?.document) || Boolean(state?.saved);
}
