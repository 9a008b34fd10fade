/** `(module (func (drop (f32x4.relaxed_madd …))))`. */
const PROBE = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 20, 1, 18, 0],
  ...[0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f, 0x41, 0, 0xfd, 0x0f, 0xfd, 0x85, 0x02, 0x1a, 0x0b],
);

/** Whether WebAssembly has products and sums in one step here: the kernels built for it give the same within Float32. */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(PROBE);
}
