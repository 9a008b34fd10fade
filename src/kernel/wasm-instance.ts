/** An instance of the kernel module and its memory; it serves one object for that object's whole life. */
export interface KernelInstance<Exports> {
  readonly exports: Exports;
  readonly memory: WebAssembly.Memory;
}

/** @param memory for a module whose memory comes from outside; nobody else's */
export function instantiate<Exports>(
  module: WebAssembly.Module,
  memory?: WebAssembly.Memory,
): KernelInstance<Exports> {
  const { exports } = new WebAssembly.Instance(module, memory ? { env: { memory } } : {});
  return { exports: exports as Exports, memory: memory ?? (exports['memory'] as WebAssembly.Memory) };
}
