import { inEnglish } from '../refusal/english.ts';
import type { Reason } from '../refusal/phrase.ts';
/** Why a file cannot be played. */
export type MediaErrorCode =
  /** Not a byte, or not a sample. */
  | 'empty'
  | 'unreadable'
  /** Damaged, or of no kind that is known. */
  | 'undecodable'
  /** Of a kind that is known and that the browser does not decode. */
  | 'unsupported'
  /** Of a kind that is read here, for which this browser has no decoder. */
  | 'no-decoder'
  | 'encrypted'
  /** A film without sound, pictures, … */
  | 'no-audio'
  /** The part of the program that takes such files apart. */
  | 'not-fetched';

/**
 * What exactly is wrong: the kind by its proper name, or what a library or the browser says, as it is; '' where the code says all.
 */
export type MediaDetail = Reason;

export class MediaError extends Error {
  constructor(
    readonly code: MediaErrorCode,
    readonly detail: MediaDetail = '',
  ) {
    super(detail === '' ? code : `${code}: ${typeof detail === 'string' ? detail : inEnglish(detail)}`);
    this.name = 'MediaError';
  }
}
