// One TypeScript program per thread: the compiler forbids the DOM where there is none.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const programs = [
  'src/tsconfig.pure.json',
  'worklets',
  'src/workers',
  'src/site/worker',
  'src/cli',
  'tsconfig.json',
  'e2e',
];
let failed = false;
for (const program of programs) {
  // What was checked before is remembered: a change is checked in a second or two.
  const memory = `${root}build/types/${program.replaceAll('/', '-')}.tsbuildinfo`;
  const { status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/typescript/bin/tsc`,
      ...['-p', program],
      ...['--incremental', '--tsBuildInfoFile', memory],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) {
    console.error(`types: ${program} failed`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
