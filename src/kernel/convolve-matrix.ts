import { FilterMatrix } from './filter-matrix.ts';
import type { Firs } from './filter-rows.ts';
import { QUANTUM } from './partition-plan.ts';
import { prepareFilters } from './prepare-filters.ts';

/**
 * Whole signals through a matrix of filters, for workers and Node.
 * @param inputs one signal per input, of any length (the longest counts, shorter ones continue with silence)
 * @returns one signal per output, input length + taps − 1 samples
 * @throws FilterError when the set is not well formed
 */
export function convolveMatrix(
  module: WebAssembly.Module,
  set: Firs,
  inputs: readonly Float32Array[],
): Float32Array[] {
  const { outputs, taps, sampleRateHz } = set;
  const matrix = new FilterMatrix(module, {
    inputs: set.inputs,
    maxOutputs: outputs,
    maxTaps: taps,
    sets: 1,
    sampleRateHz,
  });
  matrix.setFilters(0, prepareFilters(module, set));
  const inputLength = inputs.reduce((longest, signal) => Math.max(longest, signal.length), 0);
  const length = inputLength === 0 ? 0 : inputLength + taps - 1;
  const results = Array.from({ length: outputs }, () => new Float32Array(length));
  for (let start = 0; start < length; start += QUANTUM) {
    for (let i = 0; i < set.inputs; i++) {
      const target = matrix.input(i);
      const present = inputs[i]?.subarray(start, start + QUANTUM);
      target.fill(0);
      if (present) target.set(present);
    }
    matrix.process();
    const frames = Math.min(QUANTUM, length - start);
    for (let o = 0; o < outputs; o++) results[o]!.set(matrix.output(o).subarray(0, frames), start);
  }
  return results;
}
