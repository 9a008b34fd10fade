import relaxedSharedUrl from '../../build/kernel-relaxed-shared.wasm?url';
import relaxedUrl from '../../build/kernel-relaxed.wasm?url';
import sharedUrl from '../../build/kernel-shared.wasm?url';
import plainUrl from '../../build/kernel.wasm?url';
import relaxedZonesUrl from '../../build/zones-relaxed.wasm?url';
import zonesUrl from '../../build/zones.wasm?url';
import { hasRelaxedSimd } from '../kernel/relaxed-simd.ts';

/** The compiled kernels, for worklets and workers; compiled once, instantiated by each. */
export interface Kernels {
  readonly module: WebAssembly.Module;
  /** Whether it runs on memories that threads share: not where the page is not isolated and cannot have one. */
  readonly isShared: boolean;
}

export interface KernelChoice {
  /** Relaxed SIMD, a product and a sum in one step: the same results within Float32. Where the browser has it. */
  readonly relaxed?: boolean;
  /** Where the page is isolated. */
  readonly shared?: boolean;
}

export async function loadKernels({
  relaxed = hasRelaxedSimd(),
  shared: isShared = globalThis.crossOriginIsolated,
}: KernelChoice = {}): Promise<Kernels> {
  const [alone, together] = relaxed ? [relaxedUrl, relaxedSharedUrl] : [plainUrl, sharedUrl];
  return { module: await load(isShared ? together : alone), isShared };
}

/** The kernel of listening zones, for workers. */
export function loadZoneKernel({ relaxed = hasRelaxedSimd() }: Pick<KernelChoice, 'relaxed'> = {}) {
  return load(relaxed ? relaxedZonesUrl : zonesUrl);
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
