import type { GivenFile, TrackInfo } from './ports.ts';
import type { QueueEntry } from './state.ts';

/** As people number folders and tracks: "Disc 2" before "Disc 10". */
const NATURALLY = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** By folder, and in each by name, where that is how they came in; what was given by itself stays where it was put. */
export function sortGiven(files: readonly GivenFile[]): readonly GivenFile[] {
  return [...files].sort(
    (one, other) =>
      NATURALLY.compare(one.folder, other.folder) || NATURALLY.compare(one.file.name, other.file.name),
  );
}

/**
 * Tracks in the order of their albums: by album, whose it is, disc and track; then by folder and name. Discs that have no numbers are told
 * apart by their folders. Those of which no album is known come last, by folder and name.
 * @returns their ids
 */
export function albumOrder(entries: readonly QueueEntry[]): readonly string[] {
  return [...entries].sort(compareInAlbums).map(({ id }) => id);
}

function compareInAlbums(one: QueueEntry, other: QueueEntry): number {
  return (
    Number(one.album === null) - Number(other.album === null) ||
    (one.album === null ? 0 : compareAlbumPlaces(one, other)) ||
    NATURALLY.compare(one.folder, other.folder) ||
    NATURALLY.compare(one.fileName, other.fileName)
  );
}

function compareAlbumPlaces(one: QueueEntry, other: QueueEntry): number {
  return (
    NATURALLY.compare(one.album ?? '', other.album ?? '') ||
    NATURALLY.compare(one.albumArtist ?? '', other.albumArtist ?? '') ||
    (one.discNumber ?? 1) - (other.discNumber ?? 1) ||
    NATURALLY.compare(discFolderOf(one), discFolderOf(other)) ||
    (one.trackNumber ?? NO_TRACK) - (other.trackNumber ?? NO_TRACK)
  );
}

/** What has no number comes behind what has one; finite, so that two of them are alike. */
const NO_TRACK = Number.MAX_SAFE_INTEGER;

function discFolderOf({ discNumber, folder }: QueueEntry): string {
  return discNumber === null ? folder : '';
}

/** A file's name without its ending. */
export function titleOfFile(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]+$/, '');
}

/** A file in the queue of which nothing is known but its name. */
export function entryOf({ file: { name }, folder }: GivenFile): QueueEntry {
  return {
    id: crypto.randomUUID(),
    fileName: name,
    folder,
    title: titleOfFile(name),
    artist: null,
    album: null,
    albumArtist: null,
    discNumber: null,
    trackNumber: null,
    durationSeconds: null,
    cover: null,
    keeping: 'none',
    problem: null,
  };
}

/** What its file told. */
export function withInfo(entry: QueueEntry, { title, durationSeconds, tags }: TrackInfo): QueueEntry {
  return {
    ...entry,
    title,
    durationSeconds,
    artist: tags?.artist ?? null,
    album: tags?.album ?? null,
    albumArtist: tags?.albumArtist ?? null,
    discNumber: tags?.discNumber ?? null,
    trackNumber: tags?.trackNumber ?? null,
    problem: null,
  };
}
