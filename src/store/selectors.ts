import type { DesignDocument } from '../design/document.ts';
import { PRESETS } from '../design/presets.ts';
import type { Profile } from '../protocol/listening-protocol.ts';
import { heardAs, type HeardAs } from './compare-slots.ts';
import { isSameValue } from './edit-steps.ts';
import type { SavedDesign } from './ports.ts';
import { routeTable } from './output-routes.ts';
import { spotPlace } from './spot.ts';
import type { DriverRoute, SoundstageState, SpotPlace } from './state.ts';

export const selectTrack = (state: SoundstageState) => state.player.track;
export const selectWaveformSeconds = (state: SoundstageState) => state.player.waveformSeconds;
export const selectSource = (state: SoundstageState) => state.player.source;
export const selectLoading = (state: SoundstageState) => state.player.loading;
export const selectReady = (state: SoundstageState) => state.player.ready;
export const selectPlaying = (state: SoundstageState) => state.player.playing;
export const selectSlot = (state: SoundstageState) => state.player.slot;
export const selectSlots = (state: SoundstageState) => state.player.slots;
export const selectStandIns = (state: SoundstageState) => state.player.standIns;
/** What is heard, as far as it can be drawn. */
export const selectHeardAs = ({ player }: SoundstageState): HeardAs => heardAs(player.slot, player);
/** Of what is heard; null where the design's view shows it. */
export const selectHeardPicture = ({ player }: SoundstageState) => player.pictures[player.slot] ?? null;
export const selectProfile = (state: SoundstageState) => state.player.profile;
/** What the whole chain takes in either profile, milliseconds; null before there is a design. */
export const selectLatencies = createLatencies();
export const selectVolumeDb = (state: SoundstageState) => state.player.volumeDb;
export const selectMatchLoudness = (state: SoundstageState) => state.player.matchLoudness;
export const selectLoudness = (state: SoundstageState) => state.player.loudness;
export const selectLoudnessOf = (state: SoundstageState) => state.player.loudnessOf;
export const selectOutputs = (state: SoundstageState) => state.player.outputs;
export const selectLatency = (state: SoundstageState) => state.player.latency;

export const selectPresetId = (state: SoundstageState) => state.designer.presetId;
export const selectDocument = (state: SoundstageState) => state.designer.document;
export const selectAmounts = (state: SoundstageState) => state.designer.amounts;
export const selectListening = (state: SoundstageState) => state.designer.listening;
/** The way of listening that was chosen; what is listened on instead, while it cannot be had, is `selectListening`'s. */
export const selectWantedListening = (state: SoundstageState) => state.designer.wanted;
export const selectDriverCount = (state: SoundstageState) => state.designer.document.device.drivers.length;
export const selectOutputChannels = (state: SoundstageState) => state.player.outputChannels;
/** A row for each driver of the design's device; of one with more drivers than the output has channels it has no meaning. */
export const selectRoutingTable = createRoutingTable();
export const selectSpotPlace = createSpotPlace();
export const selectRouting = (state: SoundstageState) => state.outputs;
export const selectPair = (state: SoundstageState) => state.designer.pair;
export const selectDesigning = (state: SoundstageState) => state.designer.designing;
export const selectView = (state: SoundstageState) => state.designer.view;
export const selectFailure = (state: SoundstageState) => state.designer.failure;
export const selectZone = (state: SoundstageState) => state.designer.zone;
export const selectZoneProgress = (state: SoundstageState) => state.designer.zoneProgress;
export const selectZoneBandHz = (state: SoundstageState) => state.designer.zoneBandHz;
export const selectZoneThresholds = (state: SoundstageState) => state.designer.zoneThresholds;

export const selectSaved = (state: SoundstageState) => state.designer.saved;
export const selectDesigns = (state: SoundstageState) => state.library.designs;
export const selectLibraryProblem = (state: SoundstageState) => state.library.problem;
export const selectVersions = (state: SoundstageState) => state.library.versions;
export const selectRemoved = (state: SoundstageState) => state.library.removed;

/** The design in the library that is worked on; none where it was never saved, or is there no more. */
export function selectOpenDesign({ designer, library }: SoundstageState): SavedDesign | null {
  return library.designs?.find(({ id }) => id === designer.saved?.id) ?? null;
}

/** The design as it was before it was edited: the version it was opened from or saved as, its preset, or as it came here. */
export function selectOrigin({ designer, history }: SoundstageState): DesignDocument {
  const { presetId, saved, lineage, document } = designer;
  if (saved) return saved.document;
  if (presetId !== null) return PRESETS[presetId];
  return (history.past.find((point) => point.lineage === lineage) ?? { document }).document;
}

/** Whether the design says anything else than the version it was opened from or saved as, or than its preset. */
export function selectIsEdited({ designer }: SoundstageState): boolean {
  const { presetId, document, saved } = designer;
  const origin = saved?.document ?? (presetId && PRESETS[presetId]);
  return origin === null || !isSameValue({ ...document, name: '' }, { ...origin, name: '' });
}

export const selectCanUndo = (state: SoundstageState) => state.history.past.length > 0;
export const selectCanRedo = (state: SoundstageState) => state.history.future.length > 0;
export const selectPicture = (state: SoundstageState) => state.pictures.picture;
export const selectPictureCancelled = (state: SoundstageState) => state.pictures.isCancelled;
export const selectPictureProgress = (state: SoundstageState) => state.pictures.progress;

export const selectStudies = (state: SoundstageState) => state.studies;
export const selectReportOpen = (state: SoundstageState) => state.reportOpen;
export const selectMeasurements = (state: SoundstageState) => state.measurements;
export const selectHeads = (state: SoundstageState) => state.heads;
/** The measured head beside the model, and what it hears of the design that is shown; null where there is none. */
export const selectHeard = (state: SoundstageState) => state.heads.heard;

export const selectRehearsal = (state: SoundstageState) => state.rehearsal;

export const selectFace = (state: SoundstageState) => state.face;
export const selectSite = (state: SoundstageState) => state.site;
export const selectTheme = (state: SoundstageState) => state.theme;
export const selectMetersOpen = (state: SoundstageState) => state.metersOpen;
export const selectNotices = (state: SoundstageState) => state.notices;
export const selectActions = (state: SoundstageState) => state.actions;

/** The same place as long as its numbers are. */
function createSpotPlace() {
  let kept: SpotPlace = { distanceM: 0, offsetM: 0 };
  return (state: SoundstageState): SpotPlace => {
    const place = spotPlace(state.designer);
    if (place.distanceM !== kept.distanceM || place.offsetM !== kept.offsetM) kept = place;
    return kept;
  };
}

/** The same table as long as what it is made of is the same: a selector is compared by what it gives. */
function createRoutingTable() {
  let made: readonly unknown[] = [];
  let table: readonly DriverRoute[] = [];
  return ({ outputs: { routes }, designer, player: { outputChannels } }: SoundstageState) => {
    const drivers = designer.document.device.drivers.length;
    const from = [routes, drivers, outputChannels];
    if (from.some((value, at) => value !== made[at])) {
      made = from;
      table = routeTable(routes, drivers, outputChannels);
    }
    return table;
  };
}

/** The same object as long as the design is the same: a selector is compared by what it gives. */
function createLatencies() {
  let of: SoundstageState['designer']['view'] = null;
  let kept: Readonly<Record<Profile, number>> | null = null;
  return ({ designer: { view } }: SoundstageState) => {
    if (view !== of) {
      of = view;
      kept = view && {
        music: toMilliseconds(view.latencySamples.music, view.document.sampleRateHz),
        video: toMilliseconds(view.latencySamples.video, view.document.sampleRateHz),
      };
    }
    return kept;
  };
}

function toMilliseconds(samples: number, sampleRateHz: number): number {
  return (1000 * samples) / sampleRateHz;
}

export const selectQueueOrder = (state: SoundstageState) => state.queue.order;
export const selectQueueEntries = (state: SoundstageState) => state.queue.entries;
/** What is known of a track in the queue. */
export const selectTrackOf =
  (id: string) =>
  ({ queue }: SoundstageState) =>
    queue.entries.get(id);
export const selectQueueLength = (state: SoundstageState) => state.queue.order.ids.length;
export const selectQueueOpen = (state: SoundstageState) => state.queue.isOpen;
export const selectRemovedTracks = (state: SoundstageState) => state.queue.removed;
/** What the sorting of a queue that still holds something was. */
export const selectSortedTracks = ({ queue }: SoundstageState) =>
  queue.order.ids.length > 0 ? queue.sorted : null;
export const selectOtherTabs = (state: SoundstageState) => state.queue.otherTabs;
export const selectNotKept = (state: SoundstageState) => state.queue.notKept;
export const selectCurrentTrackId = (state: SoundstageState) => state.queue.order.currentId;
/** Whether the browser wants to be asked before it gives any of the queue's files again. */
export const selectAsksForLeave = ({ queue }: SoundstageState): boolean =>
  [...queue.entries.values()].some(({ problem }) => problem?.code === 'ask');

export const selectLoop = (state: SoundstageState) => state.loop;
export const selectLive = (state: SoundstageState) => state.live;
export const selectIsLive = (state: SoundstageState) => state.live.source !== null;
