import type { DesignDocument } from '../design/document.ts';
import type { FilterSet } from '../design/filter-set.ts';
import type { ZoneBand } from '../design/zone-band.ts';
import type { ZoneGrid } from '../design/zone-grid.ts';
import type { ZoneFigures } from '../design/zone-maps.ts';
import type { KnowsMeasurements } from './measurements-protocol.ts';

/** What listening zones are mapped from: the design's realised FIRs. */
export interface ZoneRequest {
  readonly document: DesignDocument;
  /** L, R, C → drivers. */
  readonly drivers: FilterSet;
  /** Driver filters of the cancellation stage: a virtual pair speaks to both ears on purpose. */
  readonly cancellation: FilterSet;
  readonly bandHz: ZoneBand;
}

export interface ZoneStart {
  readonly grid: ZoneGrid;
  readonly seat: ZoneFigures;
}

/** What a zones worker exposes through comlink. Several share the rows of one map. */
export interface ZonesWorkerApi extends KnowsMeasurements {
  /** @param kernel the compiled kernel of zones */
  initialise(kernel: WebAssembly.Module): void;
  /** Turns to another design; what is asked for afterwards is of this one. */
  prepare(request: ZoneRequest): ZoneStart;
  /** New columns of rows at a stride, as `ZoneRows.row` has them. */
  rows(stride: number, rows: readonly number[]): Float32Array[];
}
