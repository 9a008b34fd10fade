import type { Device } from '../../acoustics/types.ts';
import { distance } from '../../acoustics/vectors.ts';

/** What one wants to know of an array at a glance. */
export interface ArrayExtent {
  readonly widthM: number;
  readonly depthM: number;
  readonly heightM: number;
  /** Between the centres of the two nearest drivers; `null` for one driver. */
  readonly nearestM: number | null;
}

/** Extents between the drivers' centres, and how near two of them come. */
export function extentOf({ drivers }: Device): ArrayExtent {
  const extent = (axis: 0 | 1 | 2): number => {
    const places = drivers.map(({ positionM }) => positionM[axis]);
    return Math.max(...places) - Math.min(...places);
  };
  let nearestM = Infinity;
  drivers.forEach(({ positionM: a }, index) => {
    for (const { positionM: b } of drivers.slice(index + 1)) nearestM = Math.min(nearestM, distance(a, b));
  });
  return {
    depthM: extent(0),
    widthM: extent(1),
    heightM: extent(2),
    nearestM: Number.isFinite(nearestM) ? nearestM : null,
  };
}
