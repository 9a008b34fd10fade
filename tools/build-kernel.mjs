// worklets/kernel/*.ts (AssemblyScript) → build/kernel.wasm, when a source is newer than the binary.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = `${root}worklets/kernel`;
const binary = `${root}build/kernel.wasm`;

const newest = Math.max(...readdirSync(sources).map((name) => statSync(`${sources}/${name}`).mtimeMs));
if (!existsSync(binary) || statSync(binary).mtimeMs < newest) {
  mkdirSync(`${root}build`, { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/assemblyscript/bin/asc.js`,
      ...[`${sources}/index.ts`, '--outFile', binary, '--textFile', `${root}build/kernel.wat`],
      ...['-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert', '--use', 'abort='],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}
