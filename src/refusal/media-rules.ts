/** What exactly is wrong with a sound file, in English. */
export const MEDIA_RULES = {
  'aiff-without-format': 'an AIFF file without a format',
  'aiff-format-cut': 'an AIFF file whose format is cut short',
  'aiff-without-channel': 'an AIFF file without a channel or rate',
  'aiff-coding': (coding: string) => `AIFF-C with “${coding}” coding`,
  'flac-cut': 'a FLAC file that is cut short',
  'flac-without-format': 'a FLAC file without a format',
  'wav-sound-first': 'a WAV file with sound before its format',
  'wav-format-cut': 'a WAV file whose format is cut short',
  'wav-without-channel': 'a WAV file without a channel or rate',
  'wav-bits': (bits: string) => `WAV with ${bits}-bit samples`,
  'let-go': 'the file was let go',
  'size-of': (megabytes: string) => `${megabytes} MB`,
  'minutes-at-most': (minutes: string, most: string) => `${minutes} minutes, ${most} at most`,
} as const;
