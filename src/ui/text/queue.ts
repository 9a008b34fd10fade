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
} as const);
