import type { Amounts } from '../design/amounts.ts';
import type { DesignDocument } from '../design/document.ts';
import type { ZoneBand } from '../design/zone-band.ts';
import type { ZoneQuantity } from '../design/zone-field.ts';
import type { ZoneMaps } from '../design/zone-maps.ts';
import type { ZoneThresholds } from '../design/zone-rules.ts';
import type { DesignFailure, DesignView } from '../protocol/designer-protocol.ts';
import type { ExportFormat, ExportReply } from '../protocol/export-protocol.ts';
import type { HeadHeard } from '../protocol/heads-protocol.ts';
import type { Listening, LoudspeakerPair, Profile, Slot } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../protocol/loudness-protocol.ts';
import type { SlotChoice, SlotChoices } from './compare-slots.ts';
import type { History } from './history.ts';
import type {
  Inspected,
  MeasurementAnswer,
  MeasurementKind,
  OpenedFile,
} from '../protocol/measurements-protocol.ts';
import type { Picture, PictureRequest } from '../protocol/picture-protocol.ts';
import type { DesignStudy } from '../protocol/study-protocol.ts';
import type { InputDevice, LiveInfo, LiveRequest } from './live-ports.ts';
import type { QueueOrder, Repeat } from './queue-order.ts';
import type { GivenFile, KeepFailure, KeptTrack, RemovedRecords } from './queue-ports.ts';
import type {
  LoadFailureCode,
  KeptHead,
  KeptResponses,
  OutputChoice,
  OutputDevice,
  Rehearsal,
  RemovedDesign,
  SavedDesign,
  TrackInfo,
  TrackSource,
} from './ports.ts';

export type PresetId = 'laptop' | 'smart-speaker' | 'soundbar';
export type Face = 'listen' | 'design';
export type Theme = 'system' | 'light' | 'dark';

/** Something to tell the listener. The words are the catalogue's (ui/text.ts); this names which, and what goes into them. */
export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  /** Key into the catalogue, e.g. 'file-undecodable', 'engine-fault'. */
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface PlayerState {
  readonly track: TrackInfo | null;
  /** Where the track came from. */
  readonly source: TrackSource | null;
  /** So much of its waveform is known without a gap; changes whenever there is more to be seen of it. */
  readonly waveformSeconds: number;
  /** Title of what is being loaded. */
  readonly loading: string | null;
  /** The worklets run and a filter set is in place: Play will sound. */
  readonly ready: boolean;
  readonly playing: boolean;
  /** The one that is heard. */
  readonly slot: Slot;
  readonly slots: SlotChoices;
  /** Why a slot plays something else: in A the original, elsewhere the design, stands in for what cannot be heard. */
  readonly standIns: Readonly<Partial<Record<Slot, DesignFailure>>>;
  readonly volumeDb: number;
  readonly profile: Profile;
  /** Both sides at equal loudness; on by default. */
  readonly matchLoudness: boolean;
  readonly loudness: LoudnessMatch | null;
  /** What to play on: null where the browser lets no one choose. */
  readonly outputs: OutputChoice | null;
  /** How many channels the output can have. */
  readonly outputChannels: number;
  /** The device that was chosen, kept when it is away; null for the system's. */
  readonly wantedOutput: OutputDevice | null;
  readonly latency: { readonly algorithmSamples: number; readonly sampleRateHz: number } | null;
}

export interface LiveState {
  /** What is listened to, or waits to be; null while a track is. */
  readonly source: LiveInfo | null;
  /** The browser asks. */
  readonly isStarting: boolean;
  /** Those that have a name. */
  readonly inputs: readonly InputDevice[];
  /** Inputs are faded out when they feed back. */
  readonly isGuarded: boolean;
  /** To go back to. */
  readonly profileBefore: Profile | null;
}

/** A stretch of the current track that is played over and over. */
export interface LoopState {
  /** Of the track; null while it is not set. */
  readonly inSeconds: number | null;
  readonly outSeconds: number | null;
  readonly isOn: boolean;
}

/** Why a track of the queue cannot be played. 'ask': the browser wants the listener's leave; 'gone': there is no way to its file. */
export interface TrackProblem {
  readonly code: LoadFailureCode | 'ask' | 'gone';
  readonly detail: string;
}

export interface QueueEntry extends KeptTrack {
  readonly problem: TrackProblem | null;
}

/** What was taken out of the queue last. */
export interface RemovedTracks {
  readonly entries: readonly QueueEntry[];
  readonly before: QueueOrder;
  readonly records: RemovedRecords;
}

export interface QueueState {
  readonly order: QueueOrder;
  readonly entries: ReadonlyMap<string, QueueEntry>;
  /** Where in which track the queue was left; to go on from there. */
  readonly place: { readonly id: string; readonly seconds: number } | null;
  readonly removed: RemovedTracks | null;
  /** Why some of it is gone with this page; 'gave-way': its copies made room for designs. */
  readonly notKept: KeepFailure | 'gave-way' | null;
  /** Its list is in sight. */
  readonly isOpen: boolean;
}

/** What undo and redo travel between. */
export interface DesignPoint {
  /** The device that came along and was begun with; `null` for a design from elsewhere. */
  readonly presetId: PresetId | null;
  /** As edited: may be refused, see `failure`; what plays then is the last good one. */
  readonly document: DesignDocument;
  /** The version in the library that it was opened from or last saved as. */
  readonly saved: SavedVersion | null;
  /** Which design this is since the page was opened: edits keep it, another design has another. */
  readonly lineage: number;
}

export interface SavedVersion {
  /** Of the design in the library. */
  readonly id: string;
  readonly version: number;
  readonly document: DesignDocument;
}

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

export interface DesignerState extends DesignPoint {
  /** The newest document that could be designed. */
  readonly accepted: DesignDocument;
  /** How much of it is heard and shown: the listener's, beside every document. */
  readonly amounts: Amounts;
  readonly listening: Listening;
  /** The way of listening that was chosen: `listening` differs while the output has too few channels for it. */
  readonly wanted: Listening['kind'];
  /** The listener's own pair, kept while on headphones. */
  readonly pair: LoudspeakerPair;
  /** A design is under way. Show progress only after 200 ms. */
  readonly designing: boolean;
  readonly view: DesignView | null;
  readonly failure: DesignFailure | null;
  /** Of an earlier design, or coarse, while `zoneProgress` is not null. */
  readonly zone: ZoneMaps | null;
  /** 0…1 while a map is computed, else null. */
  readonly zoneProgress: number | null;
  readonly zoneBandHz: ZoneBand;
  /** What a quantity is to reach, or to keep within. */
  readonly zoneThresholds: ZoneThresholds;
}

/** What an output of the filters does on its way to the device. */
export interface DriverRoute {
  /** Channel of the output, from 0. */
  readonly output: number;
  readonly inverted: boolean;
  readonly muted: boolean;
  /** dB, within `TRIM_RANGE_DB`. */
  readonly trimDb: number;
}

/** How the listener's two loudspeakers are wired and set. */
export interface PairTrim {
  /** Left plays on the second channel, right on the first. */
  readonly swapped: boolean;
  /** dB by which the right one is louder; the other one is lowered by that. */
  readonly balanceDb: number;
}

/** What can be found out by ear. */
export type SoundCheck =
  /** Which side is which: the first output of the pair, then the second, twice. */
  | { readonly kind: 'sides' }
  /** Whether both are equally loud: one and the other in turn, until it is stopped. */
  | { readonly kind: 'balance' }
  /** Which driver is where: noise within its own band. */
  | { readonly kind: 'driver'; readonly driver: number }
  /** Where to sit: noise through upmix and filters, until it is stopped. */
  | { readonly kind: 'spot'; readonly programme: SpotProgramme };

export type SpotProgramme = 'turn' | Sounding;

/** What a listener should hear: the side of the loudspeakers or of the music, or the middle. */
export type Sounding = 'left' | 'right' | 'centre';

/** Where the listener's head is, in front of the middle of what plays. */
export interface SpotPlace {
  readonly distanceM: number;
  /** To the audience's left. */
  readonly offsetM: number;
}

export interface SpotSearch {
  /** Where it began. */
  readonly from: SpotPlace;
  /** The one that was marked. */
  readonly best: SpotPlace | null;
}

export interface RunningCheck {
  readonly check: SoundCheck;
  /** Null for a driver. */
  readonly sounding: Sounding | null;
}

export interface OutputsState {
  /** By the number of the driver; those that are missing go to the output of their own number. */
  readonly routes: readonly DriverRoute[];
  readonly pair: PairTrim;
  /** The search for the listener's place, while it is open. */
  readonly spot: SpotSearch | null;
  /** What is being checked by ear. */
  readonly check: RunningCheck | null;
}

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

/** A design as it was at a moment of this visit, put aside to be compared with. */
export interface Snapshot {
  /** Counted from 1. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly takenAtMs: number;
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

/** Measured heads that can hear the design beside the model that it is made on. */
export interface HeadsState {
  /** Those that are kept in this browser; `null` until they were read. */
  readonly list: readonly KeptHead[] | null;
  /** The one that hears; `null` for the model alone. */
  readonly chosen: KeptHead | null;
  /** The one to be chosen once the list is there: remembered from an earlier visit. */
  readonly wantedId: string | null;
  /** Name of the file that is being read. */
  readonly reading: string | null;
  /** What it hears of the newest design that it was told of. */
  readonly heard: HeadHeard | null;
}

/** Files that were opened as a measurement, before it is said which driver is which. */
export interface MeasurementDraft {
  /** To begin with. */
  readonly name: string;
  readonly files: readonly OpenedFile[];
  readonly found: Inspected;
}

/** Responses that designs refer to: measured at the ears, and of drivers over azimuth. */
export interface MeasurementsState {
  /** Those that are in this browser; `null` until they were read. */
  readonly list: readonly KeptResponses[] | null;
  readonly draft: MeasurementDraft | null;
  /** Files are being read. */
  readonly isReading: boolean;
  /** Why the last ones were refused. */
  readonly refusal: string | null;
}

export interface DesignLoad {
  /** What plays, a preset, or the longest filters there are. */
  readonly name: 'current' | PresetId | 'longest';
  readonly taps: number;
  /** Of real time on one core. */
  readonly share: number;
}

/** What a rehearsal means for the designs at hand. */
export interface LoadVerdict {
  /** What plays comes first. */
  readonly designs: readonly DesignLoad[];
  /** With an output for every driver: how many are carried, by length. */
  readonly room: readonly { readonly taps: number; readonly outputs: number }[];
}

export interface RehearsalState {
  /** 0…1 while it runs, else null. */
  readonly progress: number | null;
  /** The last one's, of this visit or an earlier one. */
  readonly result: Rehearsal | null;
  readonly failure: string | null;
  /** Null without a result at the rate of the output. */
  readonly verdict: LoadVerdict | null;
}

/** The page as a program of its own. */
export interface SiteState {
  /** It opens without a network. */
  readonly isKept: boolean;
  readonly isUpdateReady: boolean;
  readonly isInstallable: boolean;
}

export interface SoundstageActions {
  /** First run: engine, first design, demo track. */
  start(): Promise<void>;
  /** Something that is not in the queue. */
  load(source: TrackSource): Promise<void>;
  /** Into the queue, at its end, in the order of their names. @param andPlay the first of them in the place of what plays */
  openFiles(files: readonly GivenFile[], andPlay: boolean): Promise<void>;
  /** Plays a track of the queue from its beginning. To be called in a gesture. */
  playTrack(id: string): Promise<void>;
  nextTrack(): Promise<void>;
  /** To the beginning of this one where that was some seconds ago. */
  previousTrack(): Promise<void>;
  /** @param place among the others, 0… */
  moveTrack(id: string, place: number): void;
  removeTracks(ids: readonly string[]): Promise<void>;
  putBackTracks(): Promise<void>;
  setShuffle(on: boolean): void;
  setRepeat(repeat: Repeat): void;
  /** Asks for leave to read a track's file again, and for those of all others. To be called in a gesture. */
  allowTracks(): Promise<void>;
  /** The file of a track that could not be found again. */
  replaceFile(id: string, given: GivenFile): Promise<void>;
  /** The page may be left at any moment. */
  rememberPlace(): void;
  setQueueOpen(open: boolean): void;
  /** With both set, it is on. Shorter than half a second it is refused with a notice. @param seconds of the track */
  setLoopPoint(point: 'inSeconds' | 'outSeconds', seconds: number): void;
  /** Off, or on: where a point is not set, the track's beginning or end takes its place. */
  turnLoop(): void;
  clearLoop(): void;
  /** Plays something live in the place of the track. To be called in a gesture. */
  listen(request: LiveRequest): Promise<void>;
  stopLive(): void;
  /** Looks which inputs there are. */
  findInputs(): Promise<void>;
  /** Of the next input. */
  setGuarded(on: boolean): void;
  togglePlay(): Promise<void>;
  seek(seconds: number): void;
  /** Hears another slot; nothing where there is no such slot. */
  select(slot: Slot): void;
  fillSlot(slot: Slot, choice: SlotChoice): void;
  /** One more slot, if any is free, with what is most worth hearing beside the others. */
  addSlot(): void;
  removeSlot(slot: Exclude<Slot, 'A' | 'B'>): void;
  setVolumeDb(volumeDb: number): void;
  setProfile(profile: Profile): void;
  setMatchLoudness(on: boolean): void;
  /** @param deviceId one of `player.outputs`, or '' for the system's */
  chooseOutput(deviceId: string): Promise<void>;
  /** Asks the listener to let the browser name all outputs. To be called in a gesture. */
  findOutputs(): Promise<void>;
  setAmounts(change: Partial<Amounts>): void;
  /** All as designed. */
  resetAmounts(): void;
  /** Puts into the document, as a step to undo, what a document can say of the amounts. */
  makeAmountsDesign(): void;
  usePreset(presetId: PresetId): void;
  setListening(listening: Listening): void;
  /** A way of listening, on the listener's own pair as it was last; heard as soon as the output has the channels for it. */
  listenOn(kind: Listening['kind']): void;
  /** Puts a driver on another output; the driver that was there takes its place. */
  setDriverOutput(driver: number, output: number): void;
  setDriverRoute(driver: number, change: Partial<Omit<DriverRoute, 'output'>>): void;
  /** Every driver on the output of its own number, as it is. */
  resetRoutes(): void;
  setPairTrim(change: Partial<PairTrim>): void;
  /** Plays test sounds in the place of the music, which is paused. To be called in a gesture. */
  startCheck(check: SoundCheck): Promise<void>;
  stopCheck(): void;
  /** Begins a search for the listener's place: the zone is mapped while it goes on. */
  openSpot(): void;
  closeSpot(): void;
  /** Designs for another place, of the pair or of the document; heard at once. */
  moveSpot(change: Partial<SpotPlace>): void;
  markBestSpot(): void;
  /** Replaces the document; it is validated and designed in the worker, newest wins. */
  edit(document: DesignDocument): void;
  /** The document and its preset as before the last step; designed and heard like an edit. */
  undo(): void;
  redo(): void;
  /** The pointer went down: what is edited until it is let go, in one place, is one step to undo. */
  pressed(): void;
  released(): void;
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
  /** The address that opens to this very design; `null`, with a notice, where it cannot be put into one. */
  makeLink(): Promise<string | null>;
  /** The design as it is edited, with its filters for another program, in an archive. */
  exportDesign(format: ExportFormat, profile: Profile): Promise<ExportReply>;
  /** Reads a SOFA file, keeps it, and lets its head hear the design. */
  importHead(file: File): Promise<void>;
  /** @param id of a kept head, or `null` for the model alone */
  chooseHead(id: string | null): Promise<void>;
  removeHead(id: string): Promise<void>;
  /** Reads files as a measurement of the device: a draft, or why it is none. */
  inspectMeasurement(kind: MeasurementKind, files: readonly File[]): Promise<void>;
  /** Gives up the draft. */
  dropMeasurement(): void;
  /** Keeps the draft as it was meant and designs on it. @returns whether it could be */
  takeMeasurement(name: string, answer: MeasurementAnswer): Promise<boolean>;
  /** @param id of a kept measurement, or `null` for the model */
  chooseMeasurement(kind: MeasurementKind, id: string | null): void;
  removeMeasurement(id: string): Promise<void>;
  /** A measurement as one file, to keep beside the design's; `null` where it is gone. */
  measurementFile(id: string): Promise<Blob | null>;
  /** Another control has the focus: what it edits is a step of its own. */
  focusMoved(): void;
  setZoneThreshold(quantity: ZoneQuantity, threshold: number): void;
  /** Maps the zones over another band. */
  setZoneBand(bandHz: ZoneBand): void;
  /** Leaves the zones as they are mapped so far. */
  cancelZones(): void;
  /** What of the design is to be drawn from now on; null stops it, also while it is being drawn. */
  look(request: PictureRequest | null): void;
  /** Gives up the picture that is being drawn. */
  cancelPicture(): void;
  /** Keeps studies of the design, and of what it is compared with, up to date; to be told when it no longer needs them. */
  watchStudies(on: boolean): void;
  compareWith(other: OtherDesign | null): void;
  compareWithFile(file: File): Promise<void>;
  /** Puts the design aside as it is now, to compare with it later in this visit. */
  pinSnapshot(): void;
  /** The report in the place of the page, and the page again. */
  openReport(): void;
  closeReport(): void;
  /** Measures what this machine can carry; what plays rests meanwhile. */
  rehearse(): Promise<void>;
  cancelRehearsal(): void;
  /** Asks the listener whether the page is to be installed. To be called in a gesture. */
  installSite(): void;
  /** Opens the newer version that waits; the work is kept. */
  updateSite(): void;
  setFace(face: Face): void;
  /** To the other one. */
  turnFace(): void;
  setTheme(theme: Theme): void;
  setMetersOpen(open: boolean): void;
  dismiss(noticeId: number): void;
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
