import type { FilterSet } from './filter-set.ts';

/**
 * The same filters with zeros around them.
 * @param taps at least those of the set behind their new place
 * @param latencySamples where zero delay comes to stand; at least the set's own
 */
export function lengthened(set: FilterSet, taps: number, latencySamples: number): FilterSet {
  const { inputs, outputs } = set;
  const firs = new Float32Array(inputs * outputs * taps);
  const shift = latencySamples - set.latencySamples;
  for (let filter = 0; filter < inputs * outputs; filter++) {
    firs.set(set.firs.subarray(filter * set.taps, (filter + 1) * set.taps), filter * taps + shift);
  }
  return { ...set, taps, latencySamples, firs };
}
