/**
 * Room for samples that several threads read and none writes any more: where the page is isolated it is one for all of
 * them, elsewhere each thread is sent its copy.
 */
export function shareableSamples(length: number): Float32Array {
  return globalThis.crossOriginIsolated
    ? new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT))
    : new Float32Array(length);
}

/** Of these samples, what can be given away instead of copied; what is shared is neither. */
export function transferable(...samples: readonly Float32Array[]): ArrayBuffer[] {
  return samples.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
