import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The compiled kernels, built first when a source is newer. */
export function kernelModule(name: 'kernel' | 'kernel-shared' | 'zones' = 'kernel'): WebAssembly.Module {
  execFileSync(process.execPath, [`${root}tools/build-kernel.mjs`], { stdio: 'inherit' });
  return new WebAssembly.Module(readFileSync(`${root}build/${name}.wasm`));
}
