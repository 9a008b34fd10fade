import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { hasRelaxedSimd } from '../kernel/relaxed-simd.ts';
import { CommandError } from './command-error.ts';

/** A compiled kernel: that of sound, or that of listening zones. They lie one folder above the built command. */
export async function loadKernel(kernel: 'kernel' | 'zones' = 'kernel'): Promise<WebAssembly.Module> {
  // Node 20 has relaxed SIMD in its final form, but does not offer it by itself.
  if (!hasRelaxedSimd()) setFlagsFromString('--experimental-wasm-relaxed-simd');
  const name = hasRelaxedSimd() ? `${kernel}-relaxed.wasm` : `${kernel}.wasm`;
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  const bytes = await readFile(path).catch(() => {
    throw new CommandError(`${path}: the compiled kernels are missing; run npm install in the checkout`);
  });
  return new WebAssembly.Module(bytes);
}
