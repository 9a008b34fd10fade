import type { ExportFormat } from '../export/bundles.ts';
import type { Profile } from '../kernel/profile.ts';
import type { KnowsMeasurements } from './measurements-protocol.ts';
import type { Reason } from '../refusal/phrase.ts';

export type { ExportFormat };

export interface ExportRequest {
  /** Validated in the worker, by the one schema. */
  readonly document: unknown;
  /** The document as a file of its own, which goes with the filters. */
  readonly designText: string;
  readonly format: ExportFormat;
  /** Decides how late the filters are. */
  readonly profile: Profile;
  /** Of the folder that everything is in. */
  readonly folder: string;
}

export type ExportReply =
  | {
      readonly ok: true;
      /** A ZIP archive. */
      readonly archive: Uint8Array<ArrayBuffer>;
      /** Names of what is in it. */
      readonly files: readonly string[];
    }
  | { readonly ok: false; readonly said: Reason };

/** What the export worker exposes through comlink. */
export interface ExportWorkerApi extends KnowsMeasurements {
  make(request: ExportRequest): Promise<ExportReply>;
}
