import type { Firs } from '../src/kernel/filter-rows.ts';

/** Filters of a device that is its own mirror image: output o takes from the left what its image takes from the right. */
export function mirrored(set: Firs): Firs {
  const { inputs, outputs, taps } = set;
  const firs = set.firs.slice();
  const path = (input: number, output: number) => (input * outputs + output) * taps;
  for (let o = 0; o < outputs; o++) {
    const image = outputs - 1 - o;
    if (o > image) continue;
    for (let i = 0; i < inputs; i++) {
      const from = path(i, o);
      firs.copyWithin(path(i > 1 ? i : 1 - i, image), from, from + taps);
    }
  }
  return { ...set, firs };
}
