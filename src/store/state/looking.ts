import type { DesignDocument } from '../../design/document.ts';
import type { DesignFailure } from '../../protocol/designer-protocol.ts';
import type { Picture, PictureRequest } from '../../protocol/picture-protocol.ts';
import type { DesignStudy } from '../../protocol/study-protocol.ts';
import type { Snapshot } from '../ports.ts';
import type { PresetId } from './design.ts';

export interface PicturesState {
  /** What is looked at. */
  readonly request: PictureRequest | null;
  /** The last one drawn: of an earlier request or design while `progress` is not null. */
  readonly picture: Picture | null;
  /** 0…1 while a picture is drawn, else null. */
  readonly progress: number | null;
  /** The listener gave up the newest; it is drawn when it is looked at again, or when there is another design. */
  readonly isCancelled: boolean;
}

export interface PictureActions {
  /** What of the design is to be drawn from now on; null stops it, also while it is being drawn. */
  look(request: PictureRequest | null): void;
  /** Gives up the picture that is being drawn. */
  cancelPicture(): void;
}

/** Where a design that is compared with came from. */
export type OtherOrigin =
  /** This one before it was edited. */
  | { readonly kind: 'before' }
  | { readonly kind: 'preset'; readonly presetId: PresetId }
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'snapshot'; readonly id: number }
  | { readonly kind: 'file'; readonly fileName: string };

export interface OtherDesign {
  readonly origin: OtherOrigin;
  readonly document: DesignDocument;
}

export interface StudiesState {
  /** What the design is held against. */
  readonly other: OtherDesign | null;
  readonly snapshots: readonly Snapshot[];
  /** Of the newest design that could be studied: an earlier one while `progress` is not null. */
  readonly ours: DesignStudy | null;
  readonly theirs: DesignStudy | null;
  /** 0…1 of the one that is under way, else null. */
  readonly progress: number | null;
  /** Why the newest could not be studied. */
  readonly failure: DesignFailure | null;
}

export interface StudyActions {
  /** Keeps studies of the design, and of what it is compared with, up to date; to be told when it no longer needs them. */
  watchStudies(on: boolean): void;
  compareWith(other: OtherDesign | null): void;
  compareWithFile(file: File): Promise<void>;
  /** Puts the design aside as it is now, to compare with it later; where it cannot be kept, in this visit. */
  pinSnapshot(): Promise<void>;
  removeSnapshot(id: number): Promise<void>;
}

export interface ReportActions {
  /** The report in the place of the page, and the page again. */
  openReport(): void;
  closeReport(): void;
}
