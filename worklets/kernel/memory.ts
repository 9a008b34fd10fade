// Memory of one kernel. An instance serves one object for its whole life, so memory is handed out while it is
// configured and never given back.

/** `bytes` zeroed bytes on a cache line's boundary. */
export function allocate(bytes: usize): usize {
  const start = (heap.alloc(bytes + 64) + 63) & ~63;
  memory.fill(start, 0, bytes);
  return start;
}

/** A zeroed array of `count` Float32. */
export function allocateFloats(count: i32): usize {
  return allocate((<usize>count) << 2);
}
