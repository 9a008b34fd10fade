import type { DesignDocument } from '../../design/document.ts';
import type { HeadInfo } from '../../protocol/heads-protocol.ts';
import type { MeasurementKind, ResponsesInfo } from '../../protocol/measurements-protocol.ts';

export type LibraryReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      /** 'full': no room on the disk; 'blocked': the browser lets this page keep nothing. */
      readonly code: 'full' | 'blocked' | 'failed';
      /** What the browser said. */
      readonly detail: string;
    };

/** A design in the library, as its newest version. */
export interface SavedDesign {
  readonly id: string;
  readonly name: string;
  /** Counted from 1. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
  /** `null` where this Soundstage cannot read it: a newer one wrote it. */
  readonly document: DesignDocument | null;
}

/** A design that was taken out of the library, whole, so that it can be put back. */
export interface RemovedDesign {
  readonly name: string;
  readonly records: readonly unknown[];
}

/** Where designs are kept between visits, for every tab of this browser. Never throws. Implemented by src/library. */
export interface LibraryPort {
  /** The one saved last comes first. */
  list(): Promise<LibraryReply<readonly SavedDesign[]>>;
  /** Every version of a design, the newest first; none of a design that is not there. */
  versions(id: string): Promise<LibraryReply<readonly SavedDesign[]>>;
  /** Adds a version under the document's name; versions are never written over. @param id `null` for a design of its own */
  save(id: string | null, document: DesignDocument): Promise<LibraryReply<SavedDesign>>;
  rename(id: string, name: string): Promise<LibraryReply<void>>;
  /** @returns `null` where it was gone already */
  remove(id: string): Promise<LibraryReply<RemovedDesign | null>>;
  putBack(removed: RemovedDesign): Promise<LibraryReply<void>>;
  /** Told when another tab has changed something. */
  onChange(listener: () => void): () => void;
}

/** A design as it was at a moment, put aside to be compared with. */
export interface Snapshot {
  /** Counted from 1. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly takenAtMs: number;
  readonly document: DesignDocument;
}

/** Where snapshots are kept between visits, for every tab of this browser. Never throws. Implemented by src/library. */
export interface SnapshotsPort {
  /** The oldest first; what this Soundstage cannot read is left out. What could not be kept is there as long as the page is. */
  list(): Promise<LibraryReply<readonly Snapshot[]>>;
  keep(document: DesignDocument): Promise<LibraryReply<Snapshot>>;
  remove(id: number): Promise<LibraryReply<void>>;
  /** Told when another tab has changed something. */
  onChange(listener: () => void): () => void;
}

/** A measured head, as it is kept. */
export interface KeptHead {
  /** SHA-256 of the file. */
  readonly id: string;
  readonly name: string;
  readonly info: HeadInfo;
}

/** Measured responses, as they are kept. */
export interface KeptResponses {
  readonly kind: MeasurementKind;
  /** SHA-256 of the file, by which designs refer to it. */
  readonly id: string;
  readonly name: string;
  readonly info: ResponsesInfo;
}

/** A file of a measurement, as it is kept; heads, of which alone there were some at first, have no kind. */
export type KeptMeasurement = KeptHead | KeptResponses;

/** Where measurements are kept between visits, for every tab of this browser. Never throws. Implemented by src/library. */
export interface ShelfPort {
  /** By name. */
  list(): Promise<LibraryReply<readonly KeptMeasurement[]>>;
  /** The file; `null` where it is there no more. What could not be kept is there as long as the page is. */
  read(id: string): Promise<LibraryReply<Blob | null>>;
  keep(measurement: KeptMeasurement, file: Blob): Promise<LibraryReply<void>>;
  remove(id: string): Promise<LibraryReply<void>>;
  /** Told when another tab has changed something. */
  onChange(listener: () => void): () => void;
}

/** The page's address, of which only the fragment can carry something that no server sees. Implemented by src/library. */
export interface AddressPort {
  /** What follows the #, without it. */
  fragment(): string;
  /** The whole address with another fragment. */
  withFragment(fragment: string): string;
  /** Shows another fragment as a step in the browser's history, without telling of it. */
  show(fragment: string): void;
  /** Takes the fragment away, leaving no step in the browser's history. */
  clear(): void;
  onChange(listener: () => void): () => void;
}
