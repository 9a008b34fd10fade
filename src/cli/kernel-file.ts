import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command-error.ts';

/** The compiled kernels: they lie one folder above the built command. */
export async function loadKernel(): Promise<WebAssembly.Module> {
  const path = fileURLToPath(new URL('../kernel.wasm', import.meta.url));
  const bytes = await readFile(path).catch(() => {
    throw new CommandError(`${path}: the compiled kernels are missing; run npm install in the checkout`);
  });
  return new WebAssembly.Module(bytes);
}
