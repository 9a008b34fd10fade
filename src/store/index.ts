/** What the screens know: the state, its actions, and the types of what they draw. */
export { AMOUNT_RANGES, isAsDesigned, madeDesign, type Amounts } from '../design/amounts.ts';
export { gainDbAt } from '../design/gain-curve.ts';
export type { Balloon } from '../design/balloon.ts';
export type { Band } from '../design/band-powers.ts';
export type {
  BeamTarget,
  CancellationTarget,
  DesignDocument,
  GainCurve,
  NullDetail,
  NullSet,
  NullShape,
  Room,
  UpmixKind,
} from '../design/document.ts';
export { DEFAULT_WINDOW_DEG } from '../design/document.ts';
export type { LimitedBand, LimitKind } from '../design/limits.ts';
export {
  clarityDb,
  criticalDistanceM,
  directToReverberantDb,
  heardDepth,
  JUST_NOTICEABLE_DB,
  volumeM3,
  type ColumnDepth,
  type DepthFigures,
  type HeardDepth,
} from '../design/depth.ts';
export { BROADBAND, type ZoneBand } from '../design/zone-band.ts';
export { ZONE_QUANTITIES, type ZoneQuantity } from '../design/zone-field.ts';
export { keepsRule, zoneAreaM2 } from '../design/zone-grid.ts';
export type { ZoneFigures, ZoneMaps } from '../design/zone-maps.ts';
export { ZONE_THRESHOLDS, zoneRule } from '../design/zone-rules.ts';
export type { DesignMetrics } from '../design/metrics.ts';
export type { PolarMap } from '../design/polar-map.ts';
export type { PolarSlices } from '../design/polar-slices.ts';
export type { DesignFailure, DesignView, SlotPicture, StageBeams } from '../protocol/designer-protocol.ts';
export type { ExportFormat, ExportReply } from '../protocol/export-protocol.ts';
export type { HeadHeard } from '../protocol/heads-protocol.ts';
export type { DesignPart } from '../protocol/designer-protocol.ts';
export { DELAY_RANGE_SECONDS, SLOTS } from '../protocol/listening-protocol.ts';
export type { Listening, LoudspeakerPair, Profile, Slot } from '../protocol/listening-protocol.ts';
export { slotsIn, type HeardAs, type SlotChoice, type SlotChoices } from './compare-slots.ts';
export { COLUMNS } from '../protocol/picture-protocol.ts';
export type {
  Column,
  FilterForm,
  Picture,
  PictureKind,
  PictureOf,
  PictureRequest,
  SoundSource,
} from '../protocol/picture-protocol.ts';
export type { LoudnessMatch } from '../protocol/loudness-protocol.ts';
export * from './meter-reading.ts';
export * from './ports.ts';
export { MAX_TRACKS } from './queue-slice.ts';
export type { Repeat } from './queue-order.ts';
export * from './state.ts';
export * from './selectors.ts';
export { BALANCE_RANGE_DB, TRIM_RANGE_DB } from './output-routes.ts';
export { SPOT_LIMITS } from './spot.ts';
export { driverBandHz } from './sound-check.ts';
export { isSameValue } from './edit-steps.ts';
export { fileStem } from './file-name.ts';
export { designFileText } from './link-actions.ts';
export { compareFigures, FIGURE_RULES, ZONE_SEPARATION_DB } from '../design/study-figures.ts';
export type { ComparedFigure, StudyFigure, StudyFigures } from '../design/study-figures.ts';
export type { DesignStudy } from '../protocol/study-protocol.ts';
export { PRESETS } from '../design/presets.ts';
export { beforeStore } from './design-schema.ts';
export { createSoundstageStore, type StoreOptions } from './create-store.ts';
export { CARRIED_SHARE } from './load-verdict.ts';
export { requiredMeasurements } from '../design/required-measurements.ts';
export type {
  EarMapping,
  Inspected,
  MeasurementAnswer,
  MeasurementKind,
  TakenOfSofa,
  ResponsesInfo,
} from '../protocol/measurements-protocol.ts';
