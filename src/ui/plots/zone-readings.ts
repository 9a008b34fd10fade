import type { ZoneLevels } from './zone-figure.ts';

/** Separation at the place of the map closest to a head; NaN for an empty map. */
export function separationAt(zone: ZoneLevels, frontM: number, leftM: number): number {
  if (zone.frontM.length === 0 || zone.leftM.length === 0) return NaN;
  return zone.separationDb[nearest(zone.frontM, frontM) * zone.leftM.length + nearest(zone.leftM, leftM)];
}

/** How far to both sides of a head, in all, the threshold holds without a gap; 0 where it does not hold at the head. */
export function zoneWidthM(zone: ZoneLevels, frontM: number, leftM: number): number {
  const columns = zone.leftM.length;
  if (zone.frontM.length === 0 || columns === 0) return 0;
  const row = nearest(zone.frontM, frontM) * columns;
  const holds = (column: number) =>
    column >= 0 && column < columns && zone.separationDb[row + column] >= zone.thresholdDb;
  const middle = nearest(zone.leftM, leftM);
  if (!holds(middle)) return 0;
  let from = middle;
  let to = middle;
  while (holds(from - 1)) from -= 1;
  while (holds(to + 1)) to += 1;
  return Math.abs(zone.leftM[to] - zone.leftM[from]);
}

function nearest(grid: ArrayLike<number>, value: number): number {
  let best = 0;
  for (let index = 1; index < grid.length; index += 1) {
    if (Math.abs(grid[index] - value) < Math.abs(grid[best] - value)) best = index;
  }
  return best;
}
