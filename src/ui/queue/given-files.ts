import type { GivenFile } from '../../store/index.ts';

/** What a browser takes for sound by its name, besides what it says of the type. */
const SOUND =
  /\.(wav|wave|w64|rf64|flac|mp3|ogg|oga|opus|m4a|mp4|m4b|aac|webm|weba|mka|aif|aiff|aifc|alac|caf|ac3|wma)$/i;

export function looksLikeSound({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return type.startsWith('audio/') || SOUND.test(name);
}

/** Newer than the standard's types. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
type Picker = (options: object) => Promise<FileSystemFileHandle[]>;

/** By themselves, as an input or the clipboard gives them. */
export function givenFiles(files: Iterable<File>): readonly GivenFile[] {
  return [...files].map((file) => ({ file, folder: '' }));
}

/**
 * What was dropped, folders opened all the way down; of what is in a folder only what looks like sound. To be called while
 * the drop is told: a browser forgets it afterwards.
 */
export async function filesOfDrop({ items, files }: DataTransfer): Promise<readonly GivenFile[]> {
  const whole = givenFiles(files);
  const found = await Promise.all(
    [...items].filter(({ kind }) => kind === 'file').map((item) => filesOfItem(item as HandleItem)),
  );
  const all = found.flat();
  return all.length > 0 ? all : whole;
}

async function filesOfItem(item: HandleItem): Promise<readonly GivenFile[]> {
  // All of it at once: after the first pause there is no drop any more.
  const file = item.getAsFile();
  const entry = item.webkitGetAsEntry();
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  if (handle) return filesBehind(handle as FileSystemFileHandle | FileSystemDirectoryHandle, '', true);
  if (entry?.isDirectory) return filesIn(entry as FileSystemDirectoryEntry, entry.name);
  return file ? [{ file, folder: '' }] : [];
}

async function filesBehind(
  handle: FileSystemFileHandle | FileSystemDirectoryHandle,
  folder: string,
  isGiven: boolean,
): Promise<readonly GivenFile[]> {
  if (handle.kind === 'file') {
    const file = await handle.getFile().catch(() => null);
    return file && (isGiven || looksLikeSound(file)) ? [{ file, handle, folder }] : [];
  }
  const inside = pathOf(folder, handle.name);
  const result: GivenFile[] = [];
  for await (const child of handle.values()) result.push(...(await filesBehind(child, inside, false)));
  return result;
}

async function filesIn(directory: FileSystemDirectoryEntry, folder: string): Promise<readonly GivenFile[]> {
  const reader = directory.createReader();
  const result: GivenFile[] = [];
  // A reader tells some at a time, and none when that was all.
  for (let some = await someOf(reader); some.length > 0; some = await someOf(reader)) {
    for (const entry of some) {
      if (entry.isDirectory) {
        result.push(...(await filesIn(entry as FileSystemDirectoryEntry, pathOf(folder, entry.name))));
      } else {
        const file = await fileOf(entry as FileSystemFileEntry);
        if (file && looksLikeSound(file)) result.push({ file, folder });
      }
    }
  }
  return result;
}

function someOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

function pathOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Whether this browser asks for files in a way that finds them again on another visit. */
export function canPickLastingly(): boolean {
  return 'showOpenFilePicker' in window;
}

/** Asks for files; none where the listener chose none. To be called in a gesture. */
export async function pickFiles(multiple: boolean): Promise<readonly GivenFile[]> {
  const { showOpenFilePicker } = window as unknown as { readonly showOpenFilePicker: Picker };
  const handles = await showOpenFilePicker({
    multiple,
    id: 'music',
    startIn: 'music',
    types: [
      {
        accept: {
          'audio/*': ['.wav', '.flac', '.mp3', '.ogg', '.opus', '.m4a', '.aac', '.webm', '.aif', '.aiff'],
        },
      },
    ],
  }).catch((): FileSystemFileHandle[] => []);
  const files = await Promise.all(handles.map((handle) => filesBehind(handle, '', true)));
  return files.flat();
}
