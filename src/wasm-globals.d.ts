/**
 * The part of the WebAssembly interface that every thread and Node share. The pure folders see only this:
 * they can run a compiled module, never fetch one.
 */
declare namespace WebAssembly {
  function validate(bytes: ArrayBufferView): boolean;
  class Module {
    constructor(bytes: ArrayBuffer | ArrayBufferView);
    static imports(module: Module): { readonly kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
  class Memory {
    constructor(descriptor: {
      readonly initial: number;
      readonly maximum?: number;
      readonly shared?: boolean;
    });
    readonly buffer: ArrayBuffer;
  }
}
