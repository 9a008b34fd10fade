// After `npm install`: compiles what `npx soundstage` runs. An install without development packages has no compilers; the
// command says so when it is called.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasCompilers } from './stale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const script of hasCompilers() ? ['build-kernel.mjs', 'build-cli.mjs'] : []) {
  const { status } = spawnSync(process.execPath, [`${root}tools/${script}`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
