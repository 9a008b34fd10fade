import type { DesignFailure, SlotPicture } from '../../protocol/designer-protocol.ts';
import type { Profile, Slot } from '../../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../../protocol/loudness-protocol.ts';
import type { SlotChoice, SlotChoices } from '../compare-slots.ts';
import type { OutputChoice, OutputDevice, TrackInfo, TrackSource } from '../ports.ts';

/** 'noise': pink noise stands for what is live, of which too little has been heard; 'live': the last of it. */
export type LoudnessOf = 'track' | 'noise' | 'live';

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
  /** What the stage shows of slots that play neither the original nor the design itself. */
  readonly pictures: Readonly<Partial<Record<Slot, SlotPicture>>>;
  readonly volumeDb: number;
  readonly profile: Profile;
  /** Both sides at equal loudness; on by default. */
  readonly matchLoudness: boolean;
  readonly loudness: LoudnessMatch | null;
  /** What that was measured on. */
  readonly loudnessOf: LoudnessOf;
  /** What to play on: null where the browser lets no one choose. */
  readonly outputs: OutputChoice | null;
  /** How many channels the output can have. */
  readonly outputChannels: number;
  /** The device that was chosen, kept when it is away; null for the system's. */
  readonly wantedOutput: OutputDevice | null;
  readonly latency: { readonly algorithmSamples: number; readonly sampleRateHz: number } | null;
}

/** What a listener does with whatever plays. */
export interface PlayerActions {
  togglePlay(): Promise<void>;
  seek(seconds: number): void;
  setVolumeDb(volumeDb: number): void;
  setProfile(profile: Profile): void;
  setMatchLoudness(on: boolean): void;
  /** @param deviceId one of `player.outputs`, or '' for the system's */
  chooseOutput(deviceId: string): Promise<void>;
  /** Asks the listener to let the browser name all outputs. To be called in a gesture. */
  findOutputs(): Promise<void>;
}

/** What is compared, and which of it is heard. */
export interface SlotActions {
  /** Hears another slot; nothing where there is no such slot. */
  select(slot: Slot): void;
  fillSlot(slot: Slot, choice: SlotChoice): void;
  /** One more slot, if any is free, with what is most worth hearing beside the others. */
  addSlot(): void;
  removeSlot(slot: Exclude<Slot, 'A' | 'B'>): void;
}

/** A stretch of the current track that is played over and over. */
export interface LoopState {
  /** Of the track; null while it is not set. */
  readonly inSeconds: number | null;
  readonly outSeconds: number | null;
  readonly isOn: boolean;
}

export interface LoopActions {
  /** With both set, it is on. Shorter than half a second it is refused with a notice. @param seconds of the track */
  setLoopPoint(point: 'inSeconds' | 'outSeconds', seconds: number): void;
  /** Off, or on: where a point is not set, the track's beginning or end takes its place. */
  turnLoop(): void;
  clearLoop(): void;
}
