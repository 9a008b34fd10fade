import type { Reason } from '../../refusal/phrase.ts';
import type { UpmixKind } from '../../design/document.ts';
import type { PreparedFilters } from '../../protocol/designer-protocol.ts';
import type { ChainPath, LiveSet, OutputRoute } from '../../protocol/listening-protocol.ts';
import type { TrackSamples } from '../../protocol/loudness-protocol.ts';
import type { MeterReading, SpectrumReading, SpectrumSource } from '../meter-reading.ts';
import type { LiveEvent, LivePort } from './live.ts';
import type { OutputChoice, OutputsPort } from './outputs.ts';
import type { LoadReply, LoopSeconds, TrackInfo, TrackSource } from './tracks.ts';

export type EngineEvent =
  /** The track that was prepared is heard to begin: it is the current one from now on. */
  | { readonly type: 'advanced'; readonly track: TrackInfo; readonly source: TrackSource }
  /** A track ends before it should: its file is cut short there, or damaged (`detail`). */
  | {
      readonly type: 'cut-short';
      readonly title: string;
      readonly atSeconds: number;
      readonly detail: Reason;
    }
  /** Stretches of a track are silent because its file is damaged there; all that were found so far. */
  | {
      readonly type: 'damaged';
      readonly title: string;
      readonly places: number;
      /** The first of them. */
      readonly atSeconds: number;
      /** Of all of them. */
      readonly seconds: number;
    }
  /** More of the current track's waveform is known: up to here without a gap, and coarsely beyond. */
  | { readonly type: 'waveform'; readonly knownSeconds: number }
  | LiveEvent
  /** More of what is live has been heard: so much in all, silence and feedback apart. */
  | { readonly type: 'live-heard'; readonly seconds: number }
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
