// worklets/kernel/*.ts (AssemblyScript) → build/kernel.wasm and build/kernel-relaxed.wasm (the same with relaxed SIMD),
// when a source is newer than the binary.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = `${root}worklets/kernel`;

const newest = Math.max(...readdirSync(sources).map((name) => statSync(`${sources}/${name}`).mtimeMs));

function build(name, features) {
  const binary = `${root}build/${name}.wasm`;
  if (existsSync(binary) && statSync(binary).mtimeMs >= newest) return;
  mkdirSync(`${root}build`, { recursive: true });
  // Beside the target first: whoever reads the binary meanwhile sees the old one or the new one, never half of one.
  const unfinished = `${root}build/${name}.${process.pid}.wasm`;
  const { status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/assemblyscript/bin/asc.js`,
      ...[`${sources}/index.ts`, '--outFile', unfinished],
      ...['-O3', '--runtime', 'stub', '--noAssert', '--use', 'abort='],
      ...features.flatMap((feature) => ['--enable', feature]),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
  renameSync(unfinished, binary);
}

build('kernel', ['simd']);
build('kernel-relaxed', ['simd', 'relaxed-simd']);
