interface Places {
  readonly frontM: ArrayLike<number>;
  readonly leftM: ArrayLike<number>;
}

/** Index of the place of a map that is closest to a point; −1 on an empty map. */
export function nearestPlace({ frontM, leftM }: Places, frontOfM: number, leftOfM: number): number {
  if (frontM.length === 0 || leftM.length === 0) return -1;
  return nearest(frontM, frontOfM) * leftM.length + nearest(leftM, leftOfM);
}

/** How far to both sides of a point, in all, a rule holds without a gap; 0 where it does not hold there. */
export function zoneWidthM(
  map: Places & { readonly values: ArrayLike<number> },
  keeps: (value: number) => boolean,
  frontM: number,
  leftM: number,
): number {
  const columns = map.leftM.length;
  if (map.frontM.length === 0 || columns === 0) return 0;
  const row = nearest(map.frontM, frontM) * columns;
  const holds = (column: number) => column >= 0 && column < columns && keeps(map.values[row + column]);
  const middle = nearest(map.leftM, leftM);
  if (!holds(middle)) return 0;
  let from = middle;
  let to = middle;
  while (holds(from - 1)) from -= 1;
  while (holds(to + 1)) to += 1;
  return Math.abs(map.leftM[to] - map.leftM[from]);
}

/** The point some places further on, on the map's own places and never off it. */
export function steppedPlace(
  { frontM, leftM }: Places,
  from: { readonly frontM: number; readonly leftM: number },
  stepsFront: number,
  stepsLeft: number,
): { frontM: number; leftM: number } {
  const moved = (axis: ArrayLike<number>, value: number, steps: number) =>
    axis[Math.max(0, Math.min(axis.length - 1, nearest(axis, value) + steps))];
  return {
    frontM: moved(frontM, from.frontM, stepsFront),
    leftM: moved(leftM, from.leftM, stepsLeft),
  };
}

function nearest(grid: ArrayLike<number>, value: number): number {
  let best = 0;
  for (let index = 1; index < grid.length; index += 1) {
    if (Math.abs(grid[index] - value) < Math.abs(grid[best] - value)) best = index;
  }
  return best;
}
