/**
 * The exports of `build/kernel.wasm` (sources: worklets/kernel). The same binary runs in the worklets, in workers and
 * under Node; each user makes an instance of its own, which owns its memory.
 */
