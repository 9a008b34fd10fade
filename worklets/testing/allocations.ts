import { getHeapSpaceStatistics } from 'node:v8';

const CALLS = 8000;

function newSpaceBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')!.space_used_size;
}

/**
 * Bytes that a call takes from the heap, on average. A collection makes a measurement negative, a compilation in the
 * background makes it larger: the best of some counts.
 */
export function allocatedBytes(call: () => void): number {
  const measure = (): number => {
    const before = newSpaceBytes();
    for (let n = 0; n < CALLS; n++) call();
    return newSpaceBytes() - before;
  };
  const grown = Array.from({ length: 6 }, measure).filter((bytes) => bytes >= 0);
  return Math.min(...grown) / CALLS;
}
