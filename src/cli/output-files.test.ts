import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from './output-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundstage-out-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('output files', () => {
  it('appear together, under their names, when all are complete', async () => {
    await writeFile(join(folder, 'a'), 'old');
    await writeWhole(async (files) => {
      await writeFile(await files.place(join(folder, 'a')), 'new');
      expect(await readFile(join(folder, 'a'), 'utf8')).toBe('old');
      await files.directory(join(folder, 'deep', 'er'));
      await writeFile(await files.place(join(folder, 'deep', 'er', 'b')), 'b');
    });
    expect((await readdir(folder)).sort()).toEqual(['a', 'deep']);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('new');
    expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['b']);
  });

  it('leave nothing behind after a failure, and keep what was there', async () => {
    await writeFile(join(folder, 'a'), 'old');
    await mkdir(join(folder, 'there'));
    const failing = writeWhole(async (files) => {
      await writeFile(await files.place(join(folder, 'a')), 'half');
      await files.directory(join(folder, 'there', 'new', 'newer'));
      await writeFile(await files.place(join(folder, 'there', 'new', 'newer', 'b')), 'b');
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect((await readdir(folder)).sort()).toEqual(['a', 'there']);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('old');
    expect(await readdir(join(folder, 'there'))).toEqual([]);
  });

  it('refuse places where none can be', async () => {
    const place = (path: string) => writeWhole(async (files) => void (await files.place(path)));
    const directory = (path: string) => writeWhole((files) => files.directory(path));
    await writeFile(join(folder, 'a'), '');
    await expect(place(folder)).rejects.toThrow('expected the name of a file, got a directory');
    await expect(place('/dev/null')).rejects.toThrow('expected the name of a file, got a device');
    await expect(place(join(folder, 'none', 'x'))).rejects.toThrow(
      `there is no directory ${join(folder, 'none')}`,
    );
    await expect(directory(join(folder, 'a'))).rejects.toThrow('expected a directory, got a file');
    await expect(directory(join(folder, 'a', 'b'))).rejects.toThrow('cannot make the directory');
  });
});
