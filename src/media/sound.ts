/** What a file says of itself; null where it says nothing. */
export interface Tags {
  readonly title: string | null;
  readonly artist: string | null;
  readonly album: string | null;
  /** Whose album it is, where each of its tracks may have an artist of its own. */
  readonly albumArtist: string | null;
  readonly trackNumber: number | null;
  readonly discNumber: number | null;
  readonly cover: Blob | null;
}

export const NO_TAGS: Tags = {
  title: null,
  artist: null,
  album: null,
  albumArtist: null,
  trackNumber: null,
  discNumber: null,
  cover: null,
};

/** What is known of a file's sound without decoding it. */
export interface SoundInfo {
  /** Proper names of container and codec. */
  readonly format: string;
  readonly rateHz: number;
  readonly channels: number;
  /** Length at its own rate, encoder padding left out. What is decoded may end before: then the file is cut short. */
  readonly frames: number;
  /** Of the channels, by the bits of the extensible WAV format; null for what is usual for so many. */
  readonly speakerMask: number | null;
}

/** Frames of a sound. */
export interface Stretch {
  readonly from: number;
  readonly frames: number;
}

/** A sound file that can be read from any frame on, at its own rate. */
export interface Sound extends SoundInfo {
  /**
   * @param from first frame, 0…frames
   * @returns one plane for each channel, not to be changed; shorter at the end, empty behind it; silent where it is damaged
   * @throws MediaError where nothing behind the damage can be read
   */
  read(from: number, count: number): Promise<readonly Float32Array[]>;
  /** What was silent in what was read because it is damaged, and was not asked for before. */
  takeLosses(): readonly Stretch[];
  /** Lets go what it holds. */
  dispose(): void;
}
