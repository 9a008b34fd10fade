import type { DesignDocument, UpmixKind } from '../design/document.ts';
import type { DesignReply, DesignRequest, PreparedFilters } from '../protocol/designer-protocol.ts';
import type { ExportReply, ExportRequest } from '../protocol/export-protocol.ts';
import type { HeadHeard, HeadInfo, HeadReply, HearRequest } from '../protocol/heads-protocol.ts';
import type { ChainPath, LiveSet, OutputRoute } from '../protocol/listening-protocol.ts';
import type { LoudnessMatch, LoudnessRequest, TrackSamples } from '../protocol/loudness-protocol.ts';
import type {
  AssembleReply,
  AssembleRequest,
  InspectReply,
  InspectRequest,
  MeasurementKind,
  ResponsesInfo,
} from '../protocol/measurements-protocol.ts';
import type { Picture, PictureRequest, PictureSource } from '../protocol/picture-protocol.ts';
import type { StudyReply, StudyRequest } from '../protocol/study-protocol.ts';
import type { ZoneRequest } from '../protocol/zones-protocol.ts';
import type { ZoneMaps } from '../design/zone-maps.ts';
import type { LiveEvent, LivePort } from './live-ports.ts';
import type { MeterReading, SpectrumReading, SpectrumSource } from './meter-reading.ts';
import type { QueuePort } from './queue-ports.ts';

export type TrackSource =
  | { readonly kind: 'url'; readonly url: string; readonly title: string }
  | { readonly kind: 'file'; readonly file: File };

/** What a file says of itself. */
export interface TrackTags {
  /** The file's name without its ending, where it says none. */
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly trackNumber: number | null;
  readonly discNumber: number | null;
  /** The front cover, as a picture that the browser shows. */
  readonly cover: Blob | null;
}

export interface TrackInfo {
  /** Recordings have a length; what is live has none. */
  readonly kind: 'recording';
  readonly title: string;
  readonly tags: TrackTags;
  /** Proper names of container and codec: 'WAV, 24 bit', 'AAC in M4A'. */
  readonly format: string;
  /** The file's; it is played at the context's. */
  readonly sampleRateHz: number;
  readonly durationSeconds: number;
  /** Channels of the file before it was brought to stereo. */
  readonly channels: number;
}

/** A stretch that is played over and over, in seconds of the track. */
export interface LoopSeconds {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export type LoadFailureCode =
  /** Not a byte, or not a sample. */
  | 'empty'
  | 'unreadable'
  /** Damaged, or of no kind that is known. */
  | 'undecodable'
  /** Of a kind that is known, named in `detail`, and not decoded here. */
  | 'unsupported'
  | 'encrypted'
  /** A film without sound. */
  | 'no-audio'
  | 'unreachable'
  | 'too-long'
  | 'overtaken';

export type LoadReply =
  | { readonly ok: true; readonly track: TrackInfo }
  | {
      readonly ok: false;
      /** 'overtaken': a newer load took its place; nothing to tell. */
      readonly code: LoadFailureCode;
      readonly fileName: string;
      /** What the browser said, or more about the reason. */
      readonly detail: string;
    };

/** A device that can be chosen to play on. */
export interface OutputDevice {
  readonly id: string;
  readonly label: string;
}

export interface OutputChoice {
  /** Those that there are besides whatever the system plays on; none while the browser does not name them. */
  readonly devices: readonly OutputDevice[];
  /** The one that plays; '' for the system's. */
  readonly deviceId: string;
  /** The browser gives names only when it is asked for the microphone. */
  readonly mayAsk: boolean;
}

/** The choice of what to play on. */
export interface OutputsPort {
  /** Looks what there is, and takes the remembered one. */
  start(wanted: OutputDevice | null): Promise<void>;
  /** @param device null for the system's. Rejects when the browser refuses; what played before goes on */
  choose(device: OutputDevice | null): Promise<void>;
  /** Asks the listener to let the browser name all devices. Rejects when that is refused. To be called in a gesture. */
  ask(): Promise<void>;
}

export type EngineEvent =
  /** The track that was prepared is heard to begin: it is the current one from now on. */
  | { readonly type: 'advanced'; readonly track: TrackInfo; readonly source: TrackSource }
  /** A track ends before it should: its file is cut short there, or damaged (`detail`). */
  | {
      readonly type: 'cut-short';
      readonly title: string;
      readonly atSeconds: number;
      readonly detail: string;
    }
  /** More of the current track's waveform is known: up to here without a gap, and coarsely beyond. */
  | { readonly type: 'waveform'; readonly knownSeconds: number }
  | LiveEvent
  | { readonly type: 'playing'; readonly playing: boolean }
  | { readonly type: 'ended' }
  | { readonly type: 'latency'; readonly algorithmSamples: number; readonly sampleRateHz: number }
  /** What there is to play on, and what is chosen; told at the start and whenever it changes. */
  | { readonly type: 'outputs'; readonly choice: OutputChoice }
  /** How many channels the output can have; told at the start and whenever it changes. */
  | { readonly type: 'channels'; readonly channels: number }
  /** A test sound has faded, whoever stopped it. */
  | { readonly type: 'test-ended' }
  /** Something in the audio path failed; sound goes on or has faded. */
  | { readonly type: 'fault'; readonly kind: FaultKind; readonly part: string; readonly detail: string };

export type FaultKind =
  /** A part of the chain passes its input on from now; `play` builds it anew. */
  | 'bypassed'
  /** A part of the chain is silent: playback was paused; `play` builds it anew. */
  | 'stopped'
  /** Filters that do not fit were refused; those before go on. */
  | 'refused'
  /** The system took the output away: playback was paused; `play` goes on. */
  | 'interrupted'
  /** The browser has not let the output start, or not yet. */
  | 'blocked'
  /** The output device failed or went away: playback was paused; `play` takes the one that there is. */
  | 'device'
  /** The chosen device went away: playback was paused; `play` goes on through the system's. */
  | 'output-lost'
  /** The chosen device is not there while nothing plays; the system's takes its place. */
  | 'output-missing';

/** A sound of its own, to find out what plays where. */
export interface TestSound {
  /** One period at the context's rate, played over and over. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** Outputs of the filters, past them; or left and right of what the filters are fed with. */
  readonly into: { readonly kind: 'outputs' | 'programme'; readonly channels: readonly number[] };
}

/** What the store asks of the audio side. Implemented by src/engine; a test hands in one of its own. */
export interface EnginePort {
  readonly sampleRateHz: number;
  /** Null where the browser plays on the system's output alone. */
  readonly outputs: OutputsPort | null;
  readonly live: LivePort;
  /** Builds the graph; resolves when the worklets run. Does not wait for a gesture. */
  start(): Promise<void>;
  /** Opens and makes current; what played before goes on until then, and stays when this fails. Its loop is none, and
   *  nothing is prepared to follow it. */
  load(source: TrackSource): Promise<LoadReply>;
  /** Opens what follows the current track to the sample, without a gap; it waits until then, also while nothing plays.
   *  With `null` nothing follows. What was prepared before is taken back at once, also where this fails. */
  prepare(source: TrackSource | null): Promise<LoadReply | null>;
  /** What a file says of itself, without decoding or playing it; null where that cannot be told. Never rejects. */
  describe(source: Extract<TrackSource, { kind: 'file' }>): Promise<TrackInfo | null>;
  /** Plays a stretch of the current track over and over, to the sample, until it is set to null or another track is
   *  loaded; nothing follows meanwhile. A position past its end goes to its beginning.
   *  @throws RangeError where it is shorter than half a second or reaches out of the track */
  setLoop(loop: LoopSeconds | null): void;
  /** The current track's waveform: (2 · columns,) minimum and maximum of each column, interleaved, −1…1. Cheap, and the
   *  finer the narrower the range, down to some 5 ms. Of a long file it is filled in while it plays: zeros where nothing
   *  is known; the event 'waveform' tells that there is more. */
  peaks(fromSeconds: number, toSeconds: number, columns: number): Float32Array;
  /** The current track at the context's rate, copied for another thread: all of it where that is at most about two
   *  minutes, of a longer one excerpts spread over it, one after the other. Null without a track, or where another
   *  one came meanwhile. */
  trackSamples(): Promise<TrackSamples | null>;
  /** To be called inside a gesture. */
  play(): Promise<void>;
  pause(): void;
  seek(seconds: number): void;
  /** What is heard now: output latency taken off. Cheap: for every animation frame. */
  positionSeconds(): number;
  setVolumeDb(volumeDb: number): void;
  /**
   * Of what is told of filters and routes after this. Whatever plays goes on; all sets change together once their filters
   * are in.
   */
  setPath(path: ChainPath): void;
  /** Where the filters' outputs come out, in their order; changes without a click. One without a route goes to its own number. */
  setRoutes(routes: readonly OutputRoute[]): void;
  setUpmix(kind: UpmixKind): void;
  /** With the gain that belongs to them: both come in as one. */
  setFilters(set: LiveSet, filters: PreparedFilters, gainDb: number): void;
  /** @param seconds how long it takes, where it is to go unnoticed */
  setGainDb(set: LiveSet, gainDb: number, seconds?: number): void;
  select(set: LiveSet): void;
  /**
   * Through the chain that is heard, its volume and limiter, in the place of the one before; what plays is paused. Goes on
   * until it is stopped, something is played, or the output is taken away: `test-ended` is told then. To be called inside a
   * gesture.
   * @returns whether it sounds
   */
  playTest(sound: TestSound): Promise<boolean>;
  stopTest(): void;
  /** What the meters show now, for every animation frame, never through the store. One reader: it is told what came since. */
  readMeters(into: MeterReading): void;
  /** The spectrum of what was last played, or of what the upmix made of it; costs something, so only while it is looked at. */
  readSpectrum(source: SpectrumSource, into: SpectrumReading): void;
  /** What is measured of the whole programme starts anew; a loaded track does that by itself. */
  restartMeters(): void;
  readHealth(): EngineHealth;
  onEvent(listener: (event: EngineEvent) => void): () => void;
}

export interface EngineHealth {
  /** How late the chain is by itself: upmix, filters, limiter. */
  readonly algorithmSeconds: number;
  /** The browser's buffer. */
  readonly baseSeconds: number;
  /** From there to the ear: the system and the device; null where the browser does not tell. */
  readonly outputSeconds: number | null;
  /** Times that the output ran dry since playing began; null where the browser does not count. */
  readonly gaps: { readonly count: number; readonly seconds: number; readonly ofSeconds: number } | null;
  /** What the processors take, those that were measured yet; null where the browser lets nothing be measured. */
  readonly load: readonly PartLoad[] | null;
}

/** What a processor takes of the time in which its samples play. */
export interface PartLoad {
  readonly part: 'upmix' | 'filter matrix' | 'limiter' | 'meters';
  /** On average, 0…1. */
  readonly share: number;
  /** The longest call against the time of one render quantum. */
  readonly longestShare: number;
}

/** What the store asks of the workers. A request that a newer one overtook resolves to `null`. */
export interface DesignPort {
  design(request: DesignRequest): Promise<DesignReply | null>;
  /** @param onMaps told of every coarser map with the fraction that is done; the finest is the answer */
  zones(request: ZoneRequest, onMaps: (maps: ZoneMaps, fraction: number) => void): Promise<ZoneMaps | null>;
  /** Gives up what is being mapped. */
  cancelZones(): void;
  picture(
    request: PictureRequest,
    source: PictureSource,
    onProgress: (fraction: number) => void,
  ): Promise<Picture | null>;
  /** Gives up what is being drawn. */
  cancelPicture(): void;
  /** Everything that is to be seen of a design, on its own device; one after the other. */
  study(request: StudyRequest, onProgress: (fraction: number) => void): Promise<StudyReply>;
  setTrack(track: TrackSamples): void;
  /** Within tenths of a decibel of the measurement; at once where something is known of the track already. */
  estimateLoudness(request: LoudnessRequest): LoudnessMatch | Promise<LoudnessMatch | null>;
  /** Measured on the track itself. */
  matchLoudness(request: LoudnessRequest): Promise<LoudnessMatch | null>;
}

/** A measured head that hears what is designed. Implemented by src/workers. */
export interface HeadsPort {
  /** Reads a SOFA file, whose head then hears; what heard before stays when it is refused. Never throws. */
  open(file: Blob, fileName: string): Promise<HeadReply>;
  /** `null` when a newer request came meanwhile, or where no head is open. */
  hear(request: HearRequest): Promise<HeadHeard | null>;
}

/** A measured head, as it is kept. */
export interface KeptHead {
  /** SHA-256 of the file. */
  readonly id: string;
  readonly name: string;
  readonly info: HeadInfo;
}

/** Measured responses, as they are kept. */
export interface KeptResponses {
  readonly kind: MeasurementKind;
  /** SHA-256 of the file, by which designs refer to it. */
  readonly id: string;
  readonly name: string;
  readonly info: ResponsesInfo;
}

/** A file of a measurement, as it is kept; heads, of which alone there were some at first, have no kind. */
export type KeptMeasurement = KeptHead | KeptResponses;

/** Reads files of measurements. Never throws. Implemented by src/workers. */
export interface MeasurementsPort {
  inspect(request: InspectRequest): Promise<InspectReply>;
  assemble(request: AssembleRequest): Promise<AssembleReply>;
}

/** Where measurements are kept between visits, for every tab of this browser. Never throws. Implemented by src/library. */
export interface ShelfPort {
  /** By name. */
  list(): Promise<LibraryReply<readonly KeptMeasurement[]>>;
  /** The file; `null` where it is there no more. What could not be kept is there as long as the page is. */
  read(id: string): Promise<LibraryReply<Blob | null>>;
  keep(measurement: KeptMeasurement, file: Blob): Promise<LibraryReply<void>>;
  remove(id: string): Promise<LibraryReply<void>>;
  /** Told when another tab has changed something. */
  onChange(listener: () => void): () => void;
}

/** Designs as files for other programs. Never throws. Implemented by src/workers. */
export interface ExportPort {
  make(request: ExportRequest): Promise<ExportReply>;
}

/** The page's address, of which only the fragment can carry something that no server sees. Implemented by src/library. */
export interface AddressPort {
  /** What follows the #, without it. */
  fragment(): string;
  /** The whole address with another fragment. */
  withFragment(fragment: string): string;
  /** Shows another fragment as a step in the browser's history, without telling of it. */
  show(fragment: string): void;
  /** Takes the fragment away, leaving no step in the browser's history. */
  clear(): void;
  onChange(listener: () => void): () => void;
}

/** What decides how much work a design is. */
export interface DesignSize {
  readonly outputs: number;
  readonly taps: number;
}

/** Share of real time that the whole chain took, 0…: of one core, 1 is all there is. */
export interface MeasuredLoad {
  readonly size: DesignSize;
  readonly share: number;
}

/** What was measured of this machine. */
export interface Rehearsal {
  readonly sampleRateHz: number;
  /** ISO 8601. */
  readonly date: string;
  readonly measured: readonly MeasuredLoad[];
}

/** What the store asks of the rehearsal: how much of the app's audio this machine can carry. */
export interface RehearsalPort {
  /** Takes some seconds. @returns null when it was cancelled: then nothing of it goes on */
  run(onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Rehearsal | null>;
  /** What a design of any size would take on that machine. */
  loadOf(measured: Rehearsal['measured'], size: DesignSize): number;
}

/** A design in the library, as its newest version. */
export interface SavedDesign {
  readonly id: string;
  readonly name: string;
  /** Counted from 1. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
  /** `null` where this Soundstage cannot read it: a newer one wrote it. */
  readonly document: DesignDocument | null;
}

/** A design that was taken out of the library, whole, so that it can be put back. */
export interface RemovedDesign {
  readonly name: string;
  readonly records: readonly unknown[];
}

export type LibraryReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      /** 'full': no room on the disk; 'blocked': the browser lets this page keep nothing. */
      readonly code: 'full' | 'blocked' | 'failed';
      /** What the browser said. */
      readonly detail: string;
    };

/** Where designs are kept between visits, for every tab of this browser. Never throws. Implemented by src/library. */
export interface LibraryPort {
  /** The one saved last comes first. */
  list(): Promise<LibraryReply<readonly SavedDesign[]>>;
  /** Every version of a design, the newest first; none of a design that is not there. */
  versions(id: string): Promise<LibraryReply<readonly SavedDesign[]>>;
  /** Adds a version under the document's name; versions are never written over. @param id `null` for a design of its own */
  save(id: string | null, document: DesignDocument): Promise<LibraryReply<SavedDesign>>;
  rename(id: string, name: string): Promise<LibraryReply<void>>;
  /** @returns `null` where it was gone already */
  remove(id: string): Promise<LibraryReply<RemovedDesign | null>>;
  putBack(removed: RemovedDesign): Promise<LibraryReply<void>>;
  /** Told when another tab has changed something. */
  onChange(listener: () => void): () => void;
}

/** What the page as a program of its own tells. */
export interface SiteEvents {
  /** All of it is on this machine: it opens without a network from now on. */
  onKept(): void;
  /** A newer one is on this machine and waits to take its place. */
  onUpdate(): void;
  /** Whether the browser lets it be installed. */
  onInstallable(isInstallable: boolean): void;
}

/** The page as a program that is kept, renewed and installed. Implemented by src/site. */
export interface SitePort {
  start(events: SiteEvents): void;
  /** Asks the listener. To be called in a gesture. */
  install(): Promise<void>;
  /** Opens the newer one in the place of this page. */
  update(): void;
}

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
  readonly queue: QueuePort;
  readonly measurements: MeasurementsPort;
}
