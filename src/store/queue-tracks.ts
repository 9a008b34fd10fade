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

/** A file's name without its ending. */
export function titleOfFile(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]+$/, '');
}

/** A file in the queue of which nothing is known but its name. */
export function entryOf({ name }: File): QueueEntry {
  return {
    id: crypto.randomUUID(),
    fileName: name,
    title: titleOfFile(name),
    artist: null,
    album: null,
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
    problem: null,
  };
}
