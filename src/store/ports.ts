import type { EnginePort } from './ports/engine.ts';
import type { AddressPort, LibraryPort, ShelfPort, SnapshotsPort } from './ports/library.ts';
import type { QueuePort } from './ports/queue.ts';
import type { RehearsalPort } from './ports/rehearsal.ts';
import type { SitePort } from './ports/site.ts';
import type { DesignPort, ExportPort, HeadsPort, MeasurementsPort } from './ports/workers.ts';

export type * from './ports/tracks.ts';
export type * from './ports/outputs.ts';
export type * from './ports/engine.ts';
export type * from './ports/live.ts';
export type * from './ports/workers.ts';
export type * from './ports/library.ts';
export type * from './ports/queue.ts';
export type * from './ports/rehearsal.ts';
export type * from './ports/site.ts';

/** The outside, as the store knows it: main.tsx hands it in, a test hands in one of its own. */
export interface Ports {
  readonly site: SitePort;
  readonly rehearsal: RehearsalPort;
  readonly engine: EnginePort;
  readonly design: DesignPort;
  readonly address: AddressPort;
  readonly library: LibraryPort;
  readonly exports: ExportPort;
  readonly heads: HeadsPort;
  readonly shelf: ShelfPort;
  readonly snapshots: SnapshotsPort;
  readonly queue: QueuePort;
  readonly measurements: MeasurementsPort;
}
