#!/usr/bin/env node
// What `npx soundstage` runs: brings the command up to date with the checkout, then hands over to it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { command, commandSources } from './build-cli.mjs';
import { hasCompilers, isStale } from './stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = [
  {
    script: 'build-kernel.mjs',
    target: `${root}build/zones-relaxed.wasm`,
    sources: [`${root}worklets/kernel`, `${root}worklets/kernel-zones`],
  },
  { script: 'build-cli.mjs', target: command, sources: commandSources },
];
for (const { script, target, sources } of parts) {
  if (!isStale(target, sources)) continue;
  if (!hasCompilers()) {
    process.stderr.write('soundstage: the command is not built yet; run npm install in the checkout\n');
    process.exit(1);
  }
  // Whatever a build has to say belongs to stderr: stdout is the command's own.
  const { status } = spawnSync(process.execPath, [`${root}tools/${script}`], { stdio: ['ignore', 2, 2] });
  if (status === 0) continue;
  process.stderr.write('soundstage: the command could not be built\n');
  process.exit(1);
}
await import('../build/cli/soundstage.js');
