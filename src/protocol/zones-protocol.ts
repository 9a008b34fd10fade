import type { DesignDocument } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import type { ZoneMap } from '../design/listening-zone.ts';

export interface ZoneRequest {
  readonly document: DesignDocument;
  /** Driver filters of the cancellation stage: a virtual pair speaks to both ears on purpose. */
  readonly cancellation: FilterSet;
  readonly thresholdDb: number;
}

/** What the zones worker exposes through comlink. */
export interface ZonesWorkerApi {
  /**
   * @param onProgress a comlink proxy, called with 0…1
   * @returns null when a newer request came meanwhile: the older one is given up
   */
  map(request: ZoneRequest, onProgress: (fraction: number) => void): Promise<ZoneMap | null>;
}
