// worklets/kernel/*.ts (AssemblyScript) → build/kernel.wasm, -relaxed (the same with relaxed SIMD), and both once more as
// -shared (the memory comes from outside, shared between threads); worklets/kernel-zones/*.ts → build/zones.wasm and
// -relaxed. Each when a source is newer than the binary.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The zones' kernel uses lanes and memory of the first one. */
const folders = ['kernel', 'kernel-zones'].map((name) => `${root}worklets/${name}`);
const newest = Math.max(
  ...folders.flatMap((folder) => readdirSync(folder).map((name) => statSync(`${folder}/${name}`).mtimeMs)),
);

function build(name, options, folder = 'kernel') {
  const binary = `${root}build/${name}.wasm`;
  if (existsSync(binary) && statSync(binary).mtimeMs >= newest) return;
  mkdirSync(`${root}build`, { recursive: true });
  // Beside the target first: whoever reads the binary meanwhile sees the old one or the new one, never half of one.
  const unfinished = `${root}build/${name}.${process.pid}.wasm`;
  const { status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/assemblyscript/bin/asc.js`,
      ...[`${root}worklets/${folder}/index.ts`, '--outFile', unfinished],
      ...['-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort='],
      ...options,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
  renameSync(unfinished, binary);
}

const simd = ['--enable', 'simd'];
const relaxed = [...simd, '--enable', 'relaxed-simd'];
/** As little and as much as whoever makes the memory may give: 64 KiB to 4 GiB. */
const shared = [
  '--enable',
  'threads',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
];
build('kernel', simd);
build('kernel-relaxed', relaxed);
build('kernel-shared', [...simd, ...shared]);
build('kernel-relaxed-shared', [...relaxed, ...shared]);
build('zones', simd, 'kernel-zones');
build('zones-relaxed', relaxed, 'kernel-zones');
