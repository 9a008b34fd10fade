// One TypeScript program per thread: the compiler forbids the DOM where there is none.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = ['src/tsconfig.pure.json', 'worklets', 'src/workers', 'src/cli', 'tsconfig.json', 'e2e'];
let failed = false;
for (const program of programs) {
  const { status } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', program], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`types: ${program} failed`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
