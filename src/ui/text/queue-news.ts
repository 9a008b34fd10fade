import { inLanguage } from './language.ts';

/** What became of tracks in the queue, and of the queue itself: in its panel alone. */
export const queueNewsText = inLanguage('queueNews', {
  problems: {
    ask: 'the browser wants your leave to read it again',
    gone: 'not kept, moved or deleted: open it again',
    empty: 'holds no audio',
    unreadable: 'could not be read',
    undecodable: 'cannot be decoded here',
    unsupported: 'of a kind that is not played here',
    encrypted: 'protected against copying',
    'no-audio': 'has no sound',
    unreachable: 'could not be fetched',
    'no-decoder': 'too long for this browser, which only decodes such files as a whole',
    'not-fetched': 'a part of the program for it could not be fetched: open it again',
    'too-long': 'too long for this machine',
    overtaken: '',
  } as Readonly<Record<string, string>>,
  problem: (words: string, detail: string) => (detail === '' ? words : `${words} (${detail})`),
  shared: (others: number) =>
    `${others === 1 ? 'Another tab has' : `${others} other tabs have`} this queue too: each keeps its own order, what one removes stays for the others, and the next visit begins with that of the tab used last.`,
  keeping: {
    limit:
      'Some tracks are kept only until this page is closed: without a lasting way to a file, Soundstage copies it, 500 MB at most and a quarter of what the browser has free.',
    full: 'Some tracks are kept only until this page is closed: the disk is full.',
    blocked: 'The queue is kept only until this page is closed: a private window or a setting forbids more.',
    failed: 'Some of the queue could not be kept for the next visit.',
    'gave-way':
      'The disk is full: the copies of the queue’s files were deleted so that your designs could be saved. The tracks play until this page is closed.',
  },
} as const);
