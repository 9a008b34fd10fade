import relaxedSharedUrl from '../../build/kernel-relaxed-shared.wasm?url';
import relaxedUrl from '../../build/kernel-relaxed.wasm?url';
import sharedUrl from '../../build/kernel-shared.wasm?url';
import plainUrl from '../../build/kernel.wasm?url';

/** The compiled kernels, for worklets and workers; compiled once, instantiated by each. */
export interface Kernels {
  readonly module: WebAssembly.Module;
  /** The same on a memory from outside that threads share; null where the page is not isolated and cannot have one. */
  readonly shared: WebAssembly.Module | null;
}

/** `(module (func (drop (f32x4.relaxed_madd …))))`: valid where the browser has relaxed SIMD. */
const RELAXED_SIMD = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 20, 1, 18, 0],
  ...[0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f, 0xfd, 0x85, 0x02, 0x1a, 0x0b],
);

export interface KernelChoice {
  /** Relaxed SIMD, a product and a sum in one step: the same results within Float32. Where the browser has it. */
  readonly relaxed?: boolean;
  /** Where the page is isolated. */
  readonly shared?: boolean;
}

export async function loadKernels({
  relaxed = WebAssembly.validate(RELAXED_SIMD),
  shared: isShared = globalThis.crossOriginIsolated,
}: KernelChoice = {}): Promise<Kernels> {
  const [module, shared] = await Promise.all([
    load(relaxed ? relaxedUrl : plainUrl),
    isShared ? load(relaxed ? relaxedSharedUrl : sharedUrl) : null,
  ]);
  return { module, shared };
}

async function load(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  // A host that serves .wasm under another type makes streaming refuse; the bytes are the same.
  if (response.headers.get('Content-Type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
