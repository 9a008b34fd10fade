import { keepsRule, zoneRule, type SpotPlace, type ZoneMaps } from '../../store/index.ts';

type Zone = Pick<ZoneMaps, 'frontM' | 'leftM' | 'values' | 'seat'>;

/** How far from a place the separation holds, m. */
export interface ZoneReach {
  readonly leftM: number;
  readonly rightM: number;
  readonly forwardM: number;
  readonly backM: number;
}

function keeper({ values, seat }: Zone, thresholdDb: number): (at: number) => boolean {
  const rule = zoneRule('separation', thresholdDb, seat.separation);
  return (at) => keepsRule(values.separation[at]!, rule);
}

/**
 * From a place's own cell as far as neighbours keep the threshold, along both axes.
 * @returns null where the place is outside the map or does not keep it itself
 */
export function zoneReach(
  zone: Zone,
  thresholdDb: number,
  { distanceM, offsetM }: SpotPlace,
): ZoneReach | null {
  const { frontM, leftM } = zone;
  const row = nearest(frontM, distanceM);
  const column = nearest(leftM, offsetM);
  if (row === null || column === null) return null;
  const keeps = keeper(zone, thresholdDb);
  const isIn = (i: number, j: number): boolean =>
    i >= 0 && j >= 0 && i < frontM.length && j < leftM.length && keeps(i * leftM.length + j);
  if (!isIn(row, column)) return null;
  const reach = (stepRow: number, stepColumn: number): number => {
    let steps = 0;
    while (isIn(row + (steps + 1) * stepRow, column + (steps + 1) * stepColumn)) steps += 1;
    const axis = stepRow === 0 ? leftM : frontM;
    const from = stepRow === 0 ? column : row;
    return Math.abs(axis[from + steps * (stepRow + stepColumn)]! - axis[from]!);
  };
  return { leftM: reach(0, 1), rightM: reach(0, -1), forwardM: reach(-1, 0), backM: reach(1, 0) };
}

/** Cells that keep the threshold, row by row, as runs: an SVG path in metres, x to the audience's right, y to the front. */
export function zonePath(zone: Zone, thresholdDb: number): string {
  const { frontM, leftM } = zone;
  const keeps = keeper(zone, thresholdDb);
  const depth = frontM[1]! - frontM[0]!;
  const width = Math.abs(leftM[1]! - leftM[0]!);
  const runs: string[] = [];
  for (let i = 0; i < frontM.length; i++) {
    for (let j = 0; j < leftM.length; j++) {
      const start = j;
      while (j < leftM.length && keeps(i * leftM.length + j)) j += 1;
      if (j === start) continue;
      const right = -leftM[j - 1]! - width / 2;
      const run = (j - start) * width;
      runs.push(
        `M${right.toFixed(4)} ${(frontM[i]! - depth / 2).toFixed(4)}h${run.toFixed(4)}v${depth.toFixed(4)}h-${run.toFixed(4)}z`,
      );
    }
  }
  return runs.join('');
}

function nearest(axis: Float64Array, value: number): number | null {
  const step = Math.abs(axis[1]! - axis[0]!);
  const at = axis.findIndex((place) => Math.abs(place - value) <= step / 2 + 1e-9);
  return at < 0 ? null : at;
}
