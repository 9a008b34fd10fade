/** Why a file cannot be played. */
export type MediaErrorCode =
  /** Not a byte, or not a sample. */
  | 'empty'
  | 'unreadable'
  /** Damaged, or of no kind that is known. */
  | 'undecodable'
  /** Of a kind that is known and that the browser does not decode. */
  | 'unsupported'
  | 'encrypted'
  /** A film without sound, pictures, … */
  | 'no-audio'
  /** The part of the program that takes such files apart. */
  | 'not-fetched';

export class MediaError extends Error {
  /** @param detail the kind by its proper name, or what exactly is wrong; '' where the code says all */
  constructor(
    readonly code: MediaErrorCode,
    readonly detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'MediaError';
  }
}
