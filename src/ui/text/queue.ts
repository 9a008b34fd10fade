import { inLanguage } from './language.ts';

/** What an entry is called where more than its title is known. */
const named = (title: string, artist: string | null): string => (artist ? `${title}, ${artist}` : title);

export const queueText = inLanguage('queue', {
  title: 'Queue',
  open: (count: number) => (count === 0 ? 'Queue' : `Queue ${count}`),
  openLabel: (count: number) =>
    `Queue, ${count === 0 ? 'empty' : count === 1 ? 'one track' : `${count} tracks`}`,
  close: 'Close the queue',
  next: 'Next track',
  previous: 'Previous track, or the beginning of this one',
  shuffle: 'Shuffle',
  repeat: { off: 'Repeat: off', all: 'Repeat: all tracks', one: 'Repeat: this track' },
  add: 'Add files',
  clear: 'Clear',
  list: 'Tracks in the queue',
  empty: 'Nothing in the queue yet',
  emptyHint:
    'Open or drop audio files or whole folders, or paste them with Ctrl V. They stay on this machine, and the queue is here again next time.',
  figures: (count: number, time: string | null) =>
    `${count === 1 ? 'One track' : `${count} tracks`}${time === null ? '' : `, ${time}`}`,
  albumBy: (album: string, artist: string) => `${album} (${artist})`,
  play: (title: string, artist: string | null) => `Play ${named(title, artist)}`,
  remove: (title: string) => `Remove ${title}`,
  move: (title: string) => `Move ${title}`,
  moveHint: 'Drag, or use the arrow keys',
  moved: (title: string, place: number, count: number) => `${title} is number ${place} of ${count}`,
  unknownTime: '–:––',
  notKept: 'only until this page is closed',
  removed: (count: number, title: string) =>
    count === 1 ? `“${title}” was removed from the queue.` : `${count} tracks were removed from the queue.`,
  putBack: 'Put back',
  sort: 'Sort by album',
  sorted: (withoutAlbum: number) =>
    `The queue is sorted by album, disc and track${withoutAlbum === 0 ? '' : `, ${withoutAlbum === 1 ? 'one track without an album' : `${withoutAlbum} tracks without an album`} last`}.`,
  orderBefore: 'Back to the order before',
  allow: 'Allow again',
  openAgain: 'Open the file again',
  openAgainFor: (title: string) => `Open the file of ${title} again`,
  ask: {
    title: 'The browser wants your leave to read your files again',
    body: 'It asks once per visit. Nothing leaves this machine.',
  },
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
