import type { ExportFormat, ExportReply } from '../../protocol/export-protocol.ts';
import type { Profile } from '../../protocol/listening-protocol.ts';
import type { RemovedDesign, SavedDesign } from '../ports.ts';

export interface LibraryState {
  /** `null` until it was read. */
  readonly designs: readonly SavedDesign[] | null;
  /** Why it cannot be read or written. */
  readonly problem: { readonly code: 'full' | 'blocked' | 'failed'; readonly detail: string } | null;
  /** The design whose versions are shown, newest first. */
  readonly versions: { readonly id: string; readonly list: readonly SavedDesign[] } | null;
  /** What was deleted last and can be put back. */
  readonly removed: RemovedDesign | null;
}

/** Designs as they are kept, and as files. */
export interface LibraryActions {
  /** Adds a version to the design in the library that this was opened from; to a new one where there is none.
   *  @param name a design of its own under this name */
  save(name?: string): Promise<void>;
  /** Opens a version from the library in the place of this design: a step to undo. */
  openSaved(design: SavedDesign): void;
  renameSaved(id: string, name: string): Promise<void>;
  duplicateSaved(design: SavedDesign, name: string): Promise<void>;
  removeSaved(id: string): Promise<void>;
  putBackRemoved(): Promise<void>;
  /** @param id `null` to show none */
  showVersions(id: string | null): Promise<void>;
  /** Opens a design file. @param leftOut files that came with it and were not taken */
  importDesign(file: File, leftOut?: number): Promise<void>;
}

/** Designs on their way to others: in an address, and as filters for other programs. */
export interface SharingActions {
  /** The address that opens to this very design; `null`, with a notice, where it cannot be put into one. */
  makeLink(): Promise<string | null>;
  /** The design as it is edited, with its filters for another program, in an archive. */
  exportDesign(format: ExportFormat, profile: Profile): Promise<ExportReply>;
}
