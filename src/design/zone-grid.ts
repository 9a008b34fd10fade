import type { Vec3 } from '../acoustics/types.ts';

/** Places of the head's centre, at the listener's height. */
export interface ZoneGrid {
  readonly frontM: Float64Array;
  readonly leftM: Float64Array;
}

/** Places along each side of the finest map. */
export const ZONE_CELLS = 201;
/** From coarse to fine: every so many rows and columns, each the half of the one before. */
export const ZONE_STRIDES = [8, 4, 2, 1] as const;
/** The map reaches this many listening distances to the front and to each side. */
const DEPTH = 1.5;
const HALF_WIDTH = 0.5;

/** From the device to half as far again as the listener, and half as far to each side. */
export function zoneGrid([front, left]: Vec3, cells = ZONE_CELLS): ZoneGrid {
  const distanceM = Math.hypot(front, left);
  const half = (cells - 1) / 2;
  return {
    frontM: Float64Array.from({ length: cells }, (_, i) => (DEPTH * distanceM * i) / (cells - 1)),
    // Mirror images to the last bit.
    leftM: Float64Array.from({ length: cells }, (_, j) => (HALF_WIDTH * distanceM * (j - half)) / half),
  };
}

/** Rows that a map of a stride has. */
export function rowsAt(stride: number, cells = ZONE_CELLS): number[] {
  return Array.from({ length: Math.ceil(cells / stride) }, (_, i) => i * stride);
}

/** Columns of a row that a map of a stride has and no coarser one: rows of coarser maps have every second already. */
export function newColumns(stride: number, row: number, cells = ZONE_CELLS): number[] {
  const isKnown = stride < ZONE_STRIDES[0] && row % (2 * stride) === 0;
  const columns = rowsAt(stride, cells);
  return isKnown ? columns.filter((column) => column % (2 * stride) !== 0) : columns;
}

/** Share of the axis that each of its points stands in the middle of. */
function cellWidths(axis: Float64Array): Float64Array {
  const last = axis.length - 1;
  return axis.map((value, i) => {
    const before = i > 0 ? value - axis[i - 1]! : 0;
    const after = i < last ? axis[i + 1]! - value : 0;
    return Math.abs(i > 0 && i < last ? (before + after) / 2 : before + after);
  });
}

/** What a quantity has to be: at least so much, or within so much of a value. */
export type ZoneRule =
  | { readonly kind: 'least'; readonly value: number }
  | { readonly kind: 'within'; readonly value: number; readonly of: number };

/** Whether a value keeps a rule; what is not known does not. */
export function keepsRule(value: number, rule: ZoneRule): boolean {
  return rule.kind === 'least' ? value >= rule.value : Math.abs(value - rule.of) <= rule.value;
}

/** Area of the cells where a quantity keeps a rule, m². @param values (front, left) */
export function zoneAreaM2(values: Float32Array, { frontM, leftM }: ZoneGrid, rule: ZoneRule): number {
  const depths = cellWidths(frontM);
  const widths = cellWidths(leftM);
  let area = 0;
  for (let i = 0, at = 0; i < depths.length; i++) {
    for (let j = 0; j < widths.length; j++, at++) {
      if (keepsRule(values[at]!, rule)) area += depths[i]! * widths[j]!;
    }
  }
  return area;
}
