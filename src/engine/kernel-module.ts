import kernelUrl from '../../build/kernel.wasm?url';

/** The compiled kernels, for worklets and workers; compiled once, instantiated by each. */
export async function loadKernel(url: string = kernelUrl): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  // A host that serves .wasm under another type makes streaming refuse; the bytes are the same.
  if (response.headers.get('Content-Type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
