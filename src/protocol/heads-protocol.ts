import type { DesignDocument } from '../design/document.ts';
import type { HeadHearing } from '../design/head-hearing.ts';
import type { HeadFit } from '../measured/head-fit.ts';
import type { PictureSource } from './picture-protocol.ts';
import type { KnowsMeasurements } from './measurements-protocol.ts';
import type { Reason } from '../refusal/phrase.ts';

/** What is told of a measured head before it has heard anything. */
export interface HeadInfo {
  /** As its file calls it, or the file's name. */
  readonly name: string;
  readonly directions: number;
  /** Distances that were measured at, the nearest first. */
  readonly distancesM: readonly number[];
  readonly sampleRateHz: number;
  readonly taps: number;
}

export type HeadReply =
  | {
      readonly ok: true;
      /** SHA-256 of the file: the same file is the same head. */
      readonly id: string;
      readonly info: HeadInfo;
    }
  | { readonly ok: false; readonly said: Reason };

/** A design that plays, to be heard by the head that is open. */
export interface HearRequest extends PictureSource {
  /** Separation on the model, as the design's metrics have it. */
  readonly separationDb: readonly number[];
}

/** A design as a measured head hears it, and how far that can be believed. */
export interface HeadHeard extends HeadHearing {
  readonly headId: string;
  /** What was heard. */
  readonly document: DesignDocument;
  readonly fit: HeadFit;
}

/** What the heads worker exposes through comlink. */
export interface HeadsWorkerApi extends KnowsMeasurements {
  /** Reads a SOFA file; its head takes the place of the one before. Refusals are data. */
  open(file: Blob, fileName: string): Promise<HeadReply>;
  /** @returns null where no head is open */
  hear(request: HearRequest): HeadHeard | null;
}
