import { headFits } from '../acoustics/ear-paths.ts';
import type { Vec3 } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import type { Memo } from './memo.ts';
import { mirrorOrder } from './mirror.ts';
import type { ZoneBand } from './zone-band.ts';
import { ZoneField, ZONE_QUANTITIES, type ZoneMixer, type ZoneQuantity } from './zone-field.ts';
import { newColumns, rowsAt, zoneGrid, ZONE_STRIDES, type ZoneGrid } from './zone-grid.ts';

/** Every quantity over head positions. */
export interface ZoneMaps extends ZoneGrid {
  /** Value at front i and left j at `i * leftM.length + j`; NaN where the head does not fit beside the device. */
  readonly values: Readonly<Record<ZoneQuantity, Float32Array>>;
  /** At the listener's own place. */
  readonly seat: Readonly<Record<ZoneQuantity, number>>;
  readonly bandHz: ZoneBand;
  /** Whether it is the finest there will be. */
  readonly isFinest: boolean;
}

export type ZoneFigures = ZoneMaps['seat'];

const QUANTITIES = ZONE_QUANTITIES.length;
/** Left and right exchanged: where each quantity comes from, and whether it changes its sign. */
const MIRRORED = [
  [0, 1], [2, 1], [1, 1],
  [5, -1], [4, -1], [3, -1], [6, 1], [7, 1],
  [10, 1], [9, 1], [8, 1], [11, -1],
] as const; // prettier-ignore

export function zoneFigures(values: ArrayLike<number>, at = 0): ZoneFigures {
  const entries = ZONE_QUANTITIES.map((quantity, i) => [quantity, values[at + i]!]);
  return Object.fromEntries(entries) as ZoneFigures;
}

/** A design's zone row by row, for whoever shares the rows out. */
export class ZoneRows {
  readonly grid: ZoneGrid;
  readonly seat: ZoneFigures;
  readonly bandHz: ZoneBand;
  readonly #document: DesignDocument;
  readonly #field: ZoneField;
  readonly #isMirrored: boolean;

  /**
   * @param drivers L, R, C → drivers
   * @param cancellation its stage alone, L, R → drivers
   */
  constructor(
    document: DesignDocument,
    drivers: FilterSet,
    cancellation: FilterSet,
    bandHz: ZoneBand,
    mixer: ZoneMixer,
    memo: Memo,
  ) {
    this.#document = document;
    this.bandHz = bandHz;
    this.grid = zoneGrid(document.listener.positionM);
    this.#field = new ZoneField(document, drivers, cancellation, bandHz, mixer, memo);
    this.seat = zoneFigures(this.#field.seat);
    this.#isMirrored = areMirrored(document, [drivers, cancellation]);
  }

  /** One row's new columns at a stride: (columns, quantities), NaN where the head does not fit or nothing is new. */
  row(stride: number, row: number): Float32Array {
    const { frontM, leftM } = this.grid;
    const { device, listener } = this.#document;
    const last = leftM.length - 1;
    const out = new Float32Array(leftM.length * QUANTITIES).fill(NaN);
    const columns = newColumns(stride, row).filter((column) => {
      if (this.#isMirrored && 2 * column > last) return false;
      return headFits(device, listener, this.#place(frontM[row]!, leftM[column]!));
    });
    const found = new Float32Array(columns.length * QUANTITIES);
    const places = columns.map((column) => this.#place(frontM[row]!, leftM[column]!));
    this.#field.evaluate(places, found, 0);
    columns.forEach((column, i) => {
      const figures = found.subarray(i * QUANTITIES, (i + 1) * QUANTITIES);
      out.set(figures, column * QUANTITIES);
      if (!this.#isMirrored || 2 * column === last) return;
      const to = (last - column) * QUANTITIES;
      MIRRORED.forEach(([from, sign], quantity) => (out[to + quantity] = sign * figures[from]!));
    });
    return out;
  }

  #place(frontM: number, leftM: number): Vec3 {
    return [frontM, leftM, this.#document.listener.positionM[2]];
  }
}

/** Rows as they come in, to maps. */
export class ZoneSheet {
  readonly #values: Float32Array[];

  constructor(
    readonly grid: ZoneGrid,
    readonly seat: ZoneFigures,
    readonly bandHz: ZoneBand,
  ) {
    const cells = grid.frontM.length * grid.leftM.length;
    this.#values = ZONE_QUANTITIES.map(() => new Float32Array(cells).fill(NaN));
  }

  /** @param values of `ZoneRows.row` */
  put(stride: number, row: number, values: Float32Array): void {
    const { length } = this.grid.leftM;
    for (const column of newColumns(stride, row)) {
      for (let q = 0; q < QUANTITIES; q++) {
        this.#values[q]![row * length + column] = values[column * QUANTITIES + q]!;
      }
    }
  }

  /** The map of a stride, all of whose rows have come in. */
  maps(stride: number): ZoneMaps {
    const { frontM, leftM } = this.grid;
    const every = (axis: Float64Array) => axis.filter((_, i) => i % stride === 0);
    const planes = this.#values.map((values) => thinned(values, leftM.length, stride));
    return {
      frontM: every(frontM),
      leftM: every(leftM),
      values: Object.fromEntries(ZONE_QUANTITIES.map((name, q) => [name, planes[q]])) as ZoneMaps['values'],
      seat: this.seat,
      bandHz: this.bandHz,
      isFinest: stride === ZONE_STRIDES.at(-1),
    };
  }
}

/** The finest map at once, in one thread. */
export function wholeZone(rows: ZoneRows): ZoneMaps {
  const sheet = new ZoneSheet(rows.grid, rows.seat, rows.bandHz);
  for (const stride of ZONE_STRIDES) {
    for (const row of rowsAt(stride)) sheet.put(stride, row, rows.row(stride, row));
  }
  return sheet.maps(1);
}

function thinned(values: Float32Array, width: number, stride: number): Float32Array {
  if (stride === 1) return values.slice();
  const kept = rowsAt(stride, width);
  const out = new Float32Array(kept.length * kept.length);
  let at = 0;
  for (const row of kept) for (const column of kept) out[at++] = values[row * width + column]!;
  return out;
}

/** Whether device, listener and filters are their own mirror images, so that half of a map tells the whole. */
function areMirrored({ device, listener }: DesignDocument, sets: readonly FilterSet[]): boolean {
  const order = mirrorOrder(device, listener);
  return order !== null && sets.every((set) => isMirroredSet(set, order));
}

/** L of every driver is R of its mirror image, and C the same, to Float32 rounding. */
function isMirroredSet({ inputs, outputs, taps, firs }: FilterSet, order: readonly number[]): boolean {
  const largest = firs.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const startOf = (input: number, output: number) => (input * outputs + output) * taps;
  for (let input = 0; input < inputs; input++) {
    if (input === 1) continue;
    for (let output = 0; output < outputs; output++) {
      const a = startOf(input, output);
      const b = startOf(input === 0 ? 1 : input, order[output]!);
      for (let t = 0; t < taps; t++) {
        if (Math.abs(firs[a + t]! - firs[b + t]!) > 1e-6 * largest) return false;
      }
    }
  }
  return true;
}
