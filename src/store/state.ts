import type { History } from './history.ts';
import type { SoundCheckActions, SpotActions } from './state/by-ear.ts';
import type {
  AmountActions,
  DesignPoint,
  DesignerActions,
  DesignerState,
  StepActions,
} from './state/design.ts';
import type { LibraryActions, LibraryState, SharingActions } from './state/library.ts';
import type { LiveActions, LiveState } from './state/live.ts';
import type {
  PictureActions,
  PicturesState,
  ReportActions,
  StudiesState,
  StudyActions,
} from './state/looking.ts';
import type { RehearsalActions, RehearsalState } from './state/machine.ts';
import type { HeadActions, HeadsState, MeasurementActions, MeasurementsState } from './state/measured.ts';
import type { OutputRouteActions, OutputsState } from './state/outputs.ts';
import type { Face, InterfaceActions, Notice, SiteActions, SiteState, Theme } from './state/page.ts';
import type { LoopActions, LoopState, PlayerActions, PlayerState, SlotActions } from './state/player.ts';
import type { QueueActions, QueueState } from './state/queue.ts';

export type * from './state/player.ts';
export type * from './state/queue.ts';
export type * from './state/live.ts';
export type * from './state/outputs.ts';
export type * from './state/by-ear.ts';
export type * from './state/design.ts';
export type * from './state/library.ts';
export type * from './state/looking.ts';
export type * from './state/measured.ts';
export type * from './state/machine.ts';
export type * from './state/page.ts';

export interface SoundstageActions
  extends
    PlayerActions,
    SlotActions,
    LoopActions,
    QueueActions,
    LiveActions,
    OutputRouteActions,
    SoundCheckActions,
    SpotActions,
    StepActions,
    DesignerActions,
    AmountActions,
    LibraryActions,
    SharingActions,
    PictureActions,
    StudyActions,
    ReportActions,
    HeadActions,
    MeasurementActions,
    RehearsalActions,
    InterfaceActions,
    SiteActions {
  /** First run: engine, first design, demo track. */
  start(): Promise<void>;
}

export interface SoundstageState {
  readonly player: PlayerState;
  readonly designer: DesignerState;
  readonly outputs: OutputsState;
  readonly history: History<DesignPoint>;
  readonly pictures: PicturesState;
  readonly studies: StudiesState;
  readonly rehearsal: RehearsalState;
  readonly library: LibraryState;
  readonly heads: HeadsState;
  readonly site: SiteState;
  readonly queue: QueueState;
  readonly loop: LoopState;
  readonly measurements: MeasurementsState;
  readonly live: LiveState;
  readonly face: Face;
  readonly reportOpen: boolean;
  readonly theme: Theme;
  readonly metersOpen: boolean;
  readonly notices: readonly Notice[];
  readonly actions: SoundstageActions;
}
