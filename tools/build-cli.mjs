// src/cli (with the folders it rests on) → build/cli/soundstage.js, one file for Node, when a source is newer than it.
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isStale } from './stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const command = `${root}build/cli/soundstage.js`;
export const commandSources = ['acoustics', 'metering', 'design', 'export', 'kernel', 'measured', 'cli'].map(
  (folder) => `${root}src/${folder}`,
);

export async function buildCommand() {
  if (!isStale(command, commandSources)) return;
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    // Everything in one file, so that the command starts without looking for packages; but 4 MB of HDF5 are read when needed.
    ssr: { noExternal: true, external: ['h5wasm'] },
    build: { ssr: 'src/cli/soundstage.ts', target: 'node20', write: false, minify: false },
  });
  mkdirSync(`${root}build/cli`, { recursive: true });
  // Beside and renamed: a command that starts meanwhile sees the old file or the new one.
  const beside = `${command}.${process.pid}`;
  writeFileSync(beside, `#!/usr/bin/env node\n${result.output[0].code}`);
  chmodSync(beside, 0o755);
  renameSync(beside, command);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCommand();
