/** An export that is a function. */
export type Entry = (...args: number[]) => number;

/** An instance of the kernel module and its memory; it serves one object for that object's whole life. */
export interface KernelInstance<Exports> {
  readonly exports: Exports;
  readonly memory: WebAssembly.Memory;
}

export function instantiate<Exports>(module: WebAssembly.Module): KernelInstance<Exports> {
  const { exports } = new WebAssembly.Instance(module, {});
  return { exports: exports as Exports, memory: exports['memory'] as WebAssembly.Memory };
}
