// After `npm install`: compiles what `npx soundstage` runs. An install without development packages has no compilers; the
// command says so when it is called.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const hasCompilers = ['vite', 'assemblyscript'].every((name) => existsSync(`${root}node_modules/${name}`));
for (const script of hasCompilers ? ['build-kernel.mjs', 'build-cli.mjs'] : []) {
  const { status } = spawnSync(process.execPath, [`${root}tools/${script}`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
