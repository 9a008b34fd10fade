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

export interface RunningCheck {
  readonly check: SoundCheck;
  /** Null for a driver. */
  readonly sounding: Sounding | null;
}

/** What is found out by test sounds. */
export interface SoundCheckActions {
  /** Plays test sounds in the place of the music, which is paused. To be called in a gesture. */
  startCheck(check: SoundCheck): Promise<void>;
  stopCheck(): void;
}

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

/** The search for the listener's place. */
export interface SpotActions {
  /** Begins a search for the listener's place: the zone is mapped while it goes on. */
  openSpot(): void;
  closeSpot(): void;
  /** Designs for another place, of the pair or of the document; heard at once. */
  moveSpot(change: Partial<SpotPlace>): void;
  markBestSpot(): void;
}
