/** A kernel handle with one buffer per channel, QUANTUM samples long. */
interface Handle {
  input(index: number): Float32Array;
  output(index: number): Float32Array;
  process(frames?: number): void;
}

/**
 * Runs a handle over a render quantum of whatever length the context has. Channels that are not connected are silent, so
 * that what is still inside comes out. Allocates nothing.
 * @throws Error when the kernel's memory is gone
 */
export function runInQuanta(
  handle: Handle,
  input: Float32Array[],
  inputs: number,
  output: Float32Array[],
  outputs: number,
): void {
  const length = output[0].length;
  const size = handle.output(0).length;
  // A buffer without its memory is empty: there would be no end.
  if (size === 0) throw new Error('the kernel has lost its memory');
  for (let start = 0; start < length; start += size) {
    const frames = Math.min(size, length - start);
    for (let channel = 0; channel < inputs; channel++) {
      const to = handle.input(channel);
      if (channel < input.length) copy(input[channel], start, to, 0, frames);
      else to.fill(0);
    }
    handle.process(frames);
    for (let channel = 0; channel < Math.min(outputs, output.length); channel++) {
      copy(handle.output(channel), 0, output[channel], start, frames);
    }
  }
}

function copy(from: Float32Array, fromIndex: number, to: Float32Array, toIndex: number, count: number): void {
  if (count === from.length && count === to.length) {
    to.set(from);
    return;
  }
  for (let n = 0; n < count; n++) to[toIndex + n] = from[fromIndex + n];
}
