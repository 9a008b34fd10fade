import type { LibraryReply } from '../store/ports.ts';
import { inTransaction, openDatabase, type Work } from './database.ts';

/** One connection to the database, opened with the first question and again after it was lost. */
export interface Connection {
  /** Runs some work in one transaction of two stores. Never rejects. */
  run<Value>(
    stores: readonly [first: string, second: string],
    mode: IDBTransactionMode,
    work: Work<Value>,
  ): Promise<LibraryReply<Value>>;
}

export function createConnection(): Connection {
  let opening: Promise<IDBDatabase> | null = null;

  function database(): Promise<IDBDatabase> {
    opening ??= openDatabase(indexedDB).then((opened) => {
      const forget = () => (opening = null);
      opened.onclose = forget;
      // A newer page in another tab wants to change the shape: it must not wait for this one.
      opened.onversionchange = () => {
        opened.close();
        forget();
      };
      return opened;
    });
    return opening;
  }

  return {
    async run(stores, mode, work) {
      let opened: IDBDatabase;
      try {
        opened = await database();
      } catch (error) {
        opening = null;
        return refusal(error, 'blocked');
      }
      try {
        return { ok: true, value: await inTransaction(opened, stores, mode, work) };
      } catch (error) {
        return refusal(error, 'failed');
      }
    },
  };
}

function refusal(error: unknown, otherwise: 'blocked' | 'failed') {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  const detail = error instanceof Error ? error.message || error.name : String(error);
  return { ok: false, code: isFull ? 'full' : otherwise, detail } as const;
}
