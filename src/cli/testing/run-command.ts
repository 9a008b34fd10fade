import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../tools/soundstage.mjs', import.meta.url));

/** For tests that start the command: each start takes a good part of a second, the first may build it. */
export const START_MS = 60_000;

/** The command as `npx soundstage` starts it, in a folder. */
export function runCommand(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], {
    encoding: 'utf8',
    cwd,
  });
  return { status, stdout, stderr };
}
