/**
 * The part of the WebAssembly interface that every thread and Node share. The pure folders see only this:
 * they can run a compiled module, never fetch one.
 */
declare namespace WebAssembly {
  function validate(bytes: ArrayBufferView): boolean;
  class Module {
    constructor(bytes: ArrayBuffer | ArrayBufferView);
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
}
