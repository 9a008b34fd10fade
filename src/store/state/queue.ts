import type { Reason } from '../../refusal/phrase.ts';
import type {
  GivenFile,
  KeepFailure,
  KeptTrack,
  LoadFailureCode,
  RemovedRecords,
  TrackSource,
} from '../ports.ts';
import type { QueueOrder, Repeat } from '../queue-order.ts';

/** Why a track of the queue cannot be played. 'ask': the browser wants the listener's leave; 'gone': there is no way to its file. */
export interface TrackProblem {
  readonly code: LoadFailureCode | 'ask' | 'gone';
  readonly detail: Reason;
}

export interface QueueEntry extends KeptTrack {
  readonly problem: TrackProblem | null;
}

/** What was taken out of the queue last. */
export interface RemovedTracks {
  readonly entries: readonly QueueEntry[];
  readonly before: QueueOrder;
  readonly records: RemovedRecords;
}

/** What was sorted last. */
export interface SortedTracks {
  /** The ids as they were listed before. */
  readonly before: readonly string[];
  /** How many have no album that is known. */
  readonly withoutAlbum: number;
}

export interface QueueState {
  readonly order: QueueOrder;
  readonly entries: ReadonlyMap<string, QueueEntry>;
  /** Where in which track the queue was left; to go on from there. */
  readonly place: { readonly id: string; readonly seconds: number } | null;
  readonly removed: RemovedTracks | null;
  readonly sorted: SortedTracks | null;
  /** Why some of it is gone with this page; 'gave-way': its copies made room for designs. */
  readonly notKept: KeepFailure | 'gave-way' | null;
  /** Other tabs that have it too, each in its own order. */
  readonly otherTabs: number;
  /** Its list is in sight. */
  readonly isOpen: boolean;
}

/** Which tracks there are to be played, and in what order. */
export interface QueueActions {
  /** Something that is not in the queue. */
  load(source: TrackSource): Promise<void>;
  /** Into the queue, at its end, in the order of their names. @param andPlay the first of them in the place of what plays */
  openFiles(files: readonly GivenFile[], andPlay: boolean): Promise<void>;
  /** Plays a track of the queue from its beginning. To be called in a gesture. */
  playTrack(id: string): Promise<void>;
  nextTrack(): Promise<void>;
  /** To the beginning of this one where that was some seconds ago. */
  previousTrack(): Promise<void>;
  /** @param place among the others, 0… */
  moveTrack(id: string, place: number): void;
  removeTracks(ids: readonly string[]): Promise<void>;
  putBackTracks(): Promise<void>;
  /** Lists all tracks by album, disc and track number, as far as these are known. */
  sortByAlbum(): void;
  /** Lists them as they were before they were sorted. */
  putBackOrder(): void;
  setShuffle(on: boolean): void;
  setRepeat(repeat: Repeat): void;
  /** Asks for leave to read a track's file again, and for those of all others. To be called in a gesture. */
  allowTracks(): Promise<void>;
  /** The file of a track that could not be found again. */
  replaceFile(id: string, given: GivenFile): Promise<void>;
  /** The page may be left at any moment. */
  rememberPlace(): void;
  setQueueOpen(open: boolean): void;
}
