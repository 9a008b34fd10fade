// What both commands need before they can run: the packages of the lockfile and the compiled kernels.
// Runs on a fresh clone, so it uses nothing but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the repository's root and ends this process with its code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** `npm ci` when the lockfile is not the one that was installed last. */
export function installPackages() {
  const stamp = `${root}node_modules/.soundstage-lock`;
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}

/** Everything `npm start` and `npm test` rest on. */
export function setUp() {
  installPackages();
  run(process.execPath, ['tools/build-kernel.mjs']);
  run(process.execPath, ['tools/build-cli.mjs']);
}
