import type { Firs } from '../filter-rows.ts';

/** Reproducible noise within ±1. */
export function noise(length: number, seed: number): Float32Array {
  let state = (seed * 2654435761) >>> 0 || 1;
  return Float32Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2147483648 - 1;
  });
}

/** A matrix of decaying noise filters whose every path has unit energy or less. */
export function noiseFilters(inputs: number, outputs: number, taps: number, seed: number): Firs {
  const firs = noise(inputs * outputs * taps, seed);
  const scale = Math.sqrt(3 / taps);
  for (let at = 0; at < firs.length; at++) firs[at]! *= scale * Math.exp((-3 * (at % taps)) / taps);
  return { inputs, outputs, taps, sampleRateHz: 48_000, latencySamples: 0, firs };
}

/** One output sample, summed term by term in Float64. */
export function directSample(set: Firs, inputs: readonly Float32Array[], output: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < set.inputs; i++) {
    const at = (i * set.outputs + output) * set.taps;
    const last = Math.min(set.taps - 1, n);
    for (let t = Math.max(0, n - inputs[i]!.length + 1); t <= last; t++) {
      sum += set.firs[at + t]! * inputs[i]![n - t]!;
    }
  }
  return sum;
}

/** Level of `actual − expected` against `expected`, dB. */
export function errorDb(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let error = 0;
  let power = 0;
  for (let n = 0; n < expected.length; n++) {
    error += (actual[n]! - expected[n]!) ** 2;
    power += expected[n]! ** 2;
  }
  return 10 * Math.log10(error / power);
}
