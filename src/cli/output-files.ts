import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError, fileError } from './command-error.ts';

type Kind = 'file' | 'directory' | 'other' | 'nothing';

async function kindOf(path: string): Promise<Kind> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other';
  } catch {
    return 'nothing';
  }
}

/**
 * Makes a directory and those above it that are missing.
 * Node's own recursive `mkdir` never returns where nothing can be made, as in /proc.
 * @returns the highest one made, if any
 */
async function makeDirectories(path: string): Promise<string | undefined> {
  if ((await kindOf(path)) === 'directory') return undefined;
  const parent = dirname(path);
  const above = parent === path ? undefined : await makeDirectories(parent);
  await mkdir(path);
  return above ?? path;
}

/**
 * Files that appear whole or not at all: each is written beside its place under another name, and all are renamed when the
 * last is complete. After a failure nothing of them is left, nor a directory made for them.
 */
export class OutputFiles {
  readonly #pending = new Map<string, string>();
  readonly #made: string[] = [];

  /** Makes a directory, and those above it, where there is none. */
  async directory(path: string): Promise<void> {
    const kind = await kindOf(path);
    if (kind === 'file' || kind === 'other')
      throw new CommandError(`${path}: expected a directory, got a file`);
    try {
      const highest = await makeDirectories(resolve(path));
      if (highest !== undefined) this.#made.push(highest);
    } catch (error) {
      throw fileError(path, 'make the directory', error);
    }
  }

  /** The name to write a file under until `commit`. */
  async place(path: string): Promise<string> {
    const kind = await kindOf(path);
    if (kind === 'directory' || kind === 'other') {
      // A rename would put a file in the place of a device.
      throw new CommandError(
        `${path}: expected the name of a file, got a ${kind === 'other' ? 'device' : kind}`,
      );
    }
    const folder = dirname(path);
    if ((await kindOf(folder)) !== 'directory')
      throw new CommandError(`${path}: there is no directory ${folder}`);
    const beside = join(folder, `.${basename(path)}.${process.pid}.partial`);
    this.#pending.set(path, beside);
    return beside;
  }

  async commit(): Promise<void> {
    for (const [path, beside] of this.#pending) {
      await rename(beside, path).catch((error: unknown) => {
        throw fileError(path, 'write', error);
      });
      this.#pending.delete(path);
    }
    this.#made.length = 0;
  }

  async discard(): Promise<void> {
    for (const beside of this.#pending.values()) await rm(beside, { force: true });
    for (const folder of this.#made) await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `write` with files that are committed when it succeeds and discarded when it fails or the user interrupts. */
export async function writeWhole(write: (files: OutputFiles) => Promise<void>): Promise<void> {
  const files = new OutputFiles();
  const interrupt = () => void files.discard().finally(() => process.exit(130));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    await write(files);
    await files.commit();
  } catch (error) {
    await files.discard();
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
