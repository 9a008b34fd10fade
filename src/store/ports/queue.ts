import type { LibraryReply } from './library.ts';

/** A file as it came to the page. */
export interface GivenFile {
  readonly file: File;
  /** By which the browser finds it again on another visit; absent where it gives none. */
  readonly handle?: FileSystemFileHandle | undefined;
  /** The folders that it came in, with slashes; empty for one that was given by itself. */
  readonly folder: string;
}

/** How a track's file comes back on another visit; 'none': it has to be opened again. */
export type Keeping = 'handle' | 'copy' | 'none';

/** What is known of a track in the queue. */
export interface KeptTrack {
  readonly id: string;
  readonly fileName: string;
  /** The folders that it came in, as its `GivenFile` has them. */
  readonly folder: string;
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly albumArtist: string | null;
  readonly discNumber: number | null;
  readonly trackNumber: number | null;
  readonly durationSeconds: number | null;
  /** A small picture. */
  readonly cover: Blob | null;
  readonly keeping: Keeping;
}

/** The queue as it was left. */
export interface KeptQueue {
  /** As they are listed. */
  readonly tracks: readonly KeptTrack[];
  /** As they are played, where that is another order. */
  readonly shuffled: readonly string[] | null;
  /** Of those that cannot be read at once, as `open` tells it. */
  readonly problems: ReadonlyMap<string, 'ask' | 'gone'>;
}

/** Why files of the queue are not kept: 'limit', they would take more than their share of the disk. */
export type KeepFailure = 'limit' | 'full' | 'blocked' | 'failed';

export interface KeepReply {
  readonly keeping: Keeping;
  /** Null where it is kept. */
  readonly failure: KeepFailure | null;
}

/** Tracks that were taken out of what is kept, whole, so that they can be put back. */
export type RemovedRecords = readonly unknown[];

/** Where the queue is kept between visits, for all tabs. Never throws. Implemented by src/library. */
export interface QueuePort {
  read(): Promise<LibraryReply<KeptQueue>>;
  /** Keeps a track and a way to its file: the browser's handle, else a copy while there is room for it. */
  add(track: KeptTrack, given: GivenFile): Promise<KeepReply>;
  /** More is known of a track. */
  update(track: KeptTrack): Promise<void>;
  /** The order of this tab, which is the one used last. */
  arrange(ids: readonly string[], shuffled: readonly string[] | null): Promise<void>;
  /** This tab is used: its order is what the next visit begins with. */
  use(): Promise<void>;
  /** @param listener told how many other tabs have the same queue, each in its own order, now and whenever that changes */
  onShared(listener: (others: number) => void): () => void;
  /** Out of this tab's queue; what another open tab lists stays kept. @returns what is not kept any more */
  remove(ids: readonly string[]): Promise<RemovedRecords>;
  putBack(records: RemovedRecords): Promise<void>;
  /** @returns 'ask' where the browser wants the listener's leave first, 'gone' where there is no way to it */
  open(id: string): Promise<File | 'ask' | 'gone'>;
  /** Asks for that leave. To be called in a gesture. @returns whether it was given */
  allow(id: string): Promise<boolean>;
  /** A picture as small as a list shows it; null where it is none. */
  miniature(picture: Blob): Promise<Blob | null>;
  /** The copies had to make room for designs. */
  onMadeRoom(listener: () => void): () => void;
}
