import type { LibraryReply } from '../store/ports.ts';
import type { Connection } from './connection.ts';
import type { Work } from './database.ts';
import type { createTabChannel } from './tab-channel.ts';

/** Runs some work in one transaction. */
export type Run = <Value>(mode: IDBTransactionMode, work: Work<Value>) => Promise<LibraryReply<Value>>;

/**
 * Work in two stores that all tabs share: other tabs are told of every change.
 * @param makeRoom called when the disk is full; tells whether something less worth keeping was let go, and it is worth another try
 */
export function sharedStores(
  connection: Connection,
  stores: readonly [first: string, second: string],
  tabs: Pick<ReturnType<typeof createTabChannel>, 'tell'>,
  makeRoom: () => Promise<boolean> = () => Promise.resolve(false),
): Run {
  return async (mode, work) => {
    const ask = () => connection.run(stores, mode, work);
    let reply = await ask();
    if (!reply.ok && reply.code === 'full' && (await makeRoom())) reply = await ask();
    if (reply.ok && mode === 'readwrite') tabs.tell();
    return reply;
  };
}
