/** An instance of the kernel module and its memory; it serves one object for that object's whole life. */
export interface KernelInstance<Exports> {
  readonly exports: Exports;
  readonly memory: WebAssembly.Memory;
}

/** Of which a kernel takes what it needs: three times what a matrix of one set, 32 outputs and the longest filters does. */
const OWN_MEMORY = { initial: 1, maximum: 4096, shared: true } as const;

/** @param memory for a module whose memory comes from outside, nobody else's; one of its own where absent */
export function instantiate<Exports>(
  module: WebAssembly.Module,
  memory = takesMemory(module) ? new WebAssembly.Memory(OWN_MEMORY) : undefined,
): KernelInstance<Exports> {
  const { exports } = new WebAssembly.Instance(module, memory ? { env: { memory } } : {});
  return { exports: exports as Exports, memory: memory ?? (exports['memory'] as WebAssembly.Memory) };
}

function takesMemory(module: WebAssembly.Module): boolean {
  return WebAssembly.Module.imports(module).some(({ kind }) => kind === 'memory');
}
