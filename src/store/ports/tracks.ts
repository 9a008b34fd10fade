import type { Reason } from '../../refusal/phrase.ts';

export type TrackSource =
  | { readonly kind: 'url'; readonly url: string; readonly title: string; readonly artist: string }
  | { readonly kind: 'file'; readonly file: File };

/** What a file says of itself. */
export interface TrackTags {
  /** The file's name without its ending, where it says none. */
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  /** Whose album it is, where each of its tracks may have an artist of its own. */
  readonly albumArtist: string | null;
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
  /** Of a kind, named in `detail`, for which this browser has no decoder that reads while it plays; too long for it as a whole. */
  | 'no-decoder'
  | 'encrypted'
  /** A film without sound. */
  | 'no-audio'
  /** The part of the program that takes such files apart. */
  | 'not-fetched'
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
      readonly detail: Reason;
    };
