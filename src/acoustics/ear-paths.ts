import { capHalfAngle } from './baffles.ts';
import { earDirections } from './head.ts';
import { measuredDriversOf } from './measured-drivers.ts';
import { MeasuredTable } from './measured-table.ts';
import { NEIGHBOURS, PistonTable, SurfaceTable, type ResponseTable } from './surface-table.ts';
import type { Baffle, Device, Driver, Listener, Vec3 } from './types.ts';
import { directionOf, dot, FRONT, length, subtract } from './vectors.ts';

/** Of one ear: first row, weights, amplitude, path in metres. */
export const EAR_LOOKUP = NEIGHBOURS + 3;
/** Of one driver: both ears, then row and weights of its own directivity, a row below 0 where it has none. */
export const DRIVER_LOOKUP = 2 * EAR_LOOKUP + NEIGHBOURS + 1;

/** Keeps the last value made under a name for as long as what it depends on is the same. */
export type Keep = <T>(name: string, dependsOn: unknown, make: () => T) => T;

/** How a driver is found in its baffle's table: rows of its table come after those of others. */
interface Baffled {
  readonly firstRow: number;
  readonly table: SurfaceTable | PistonTable | MeasuredTable;
  readonly axis: Vec3;
}

/**
 * Transfers of a device's drivers to the ears of a head anywhere, as `earTransfers` has them, in the form that is quick to
 * evaluate at very many places: for every driver and ear
 *   H = amplitude · D_head · D_driver · e^{−jk·path},
 * D_head and D_driver sums of nine rows of tables. The head does not touch the device (`headFits`).
 */
export class EarPaths {
  readonly head: SurfaceTable;
  /** Rows of the drivers' own directivities; `null` for monopoles. */
  readonly drivers: ResponseTable | null;
  readonly #device: Device;
  readonly #listener: Listener;
  readonly #gains: readonly number[];
  readonly #baffled: readonly (Baffled | null)[];
  #amplitude = 0;
  #pathM = 0;

  /** @param keep for the tables, which take the longest and depend on little */
  constructor(
    device: Device,
    listener: Listener,
    frequenciesHz: Float64Array,
    speedOfSoundMps: number,
    keep: Keep,
  ) {
    const { headRadiusM } = listener;
    const nearestM = headRadiusM + Math.min(...device.drivers.map(({ radiusM }) => radiusM));
    const same = [speedOfSoundMps, frequenciesHz[0], frequenciesHz.at(-1), frequenciesHz.length];
    this.#device = device;
    this.#listener = listener;
    this.#gains = device.drivers.map(({ gainDb = 0 }) => 10 ** (gainDb / 20));
    this.head = keep('head table', [headRadiusM, nearestM, same], () => {
      return new SurfaceTable(headRadiusM, frequenciesHz, speedOfSoundMps, nearestM);
    });
    const measured = keep('measured drivers', [device, same], () => {
      const found = device.baffle.kind === 'measured' ? measuredDriversOf(device.baffle) : null;
      const positionsM = device.drivers.map(({ positionM }) => positionM);
      return (
        found && new MeasuredTable(found.around(positionsM, frequenciesHz, speedOfSoundMps), speedOfSoundMps)
      );
    });
    this.#baffled = baffledDrivers(device, measured, (driver, { kind, ...rest }) => {
      const key = [driver.radiusM, rest, headRadiusM, same];
      return keep(`${kind} ${driver.radiusM}`, key, () => {
        if (!('radiusM' in rest)) return new PistonTable(driver.radiusM, frequenciesHz, speedOfSoundMps);
        const nearest = rest.radiusM + headRadiusM;
        const cap = capHalfAngle(driver, rest.radiusM);
        return new SurfaceTable(rest.radiusM, frequenciesHz, speedOfSoundMps, nearest, cap);
      });
    });
    this.drivers = joined(this.#baffled);
  }

  /**
   * Writes the lookups of a head's centre at a place.
   * @param originM taken off every path: a phase that all of them share
   * @param out (drivers, DRIVER_LOOKUP) from `at`
   */
  locate(centreM: Vec3, originM: number, out: Float32Array, at: number): void {
    const [left, right] = earDirections(centreM, this.#listener.earAzimuthDeg);
    const { drivers } = this.#device;
    const { head } = this;
    for (let driver = 0; driver < drivers.length; driver++, at += DRIVER_LOOKUP) {
      const { positionM } = drivers[driver]!;
      const x = positionM[0] - centreM[0];
      const y = positionM[1] - centreM[1];
      const z = positionM[2] - centreM[2];
      const distanceM = Math.sqrt(x * x + y * y + z * z);
      this.#locateDriver(driver, centreM, distanceM, out, at + 2 * EAR_LOOKUP);
      head.setDistance(distanceM);
      for (let ear = 0; ear < 2; ear++) {
        const towards = ear === 0 ? left : right;
        const to = at + ear * EAR_LOOKUP;
        const pathM = head.locate((x * towards[0] + y * towards[1]) / distanceM, 0, out, to);
        out[to + NEIGHBOURS + 1] = (this.#amplitude * distanceM) / pathM;
        out[to + NEIGHBOURS + 2] = this.#pathM + pathM - distanceM - originM;
      }
    }
  }

  /** The driver's own directivity; amplitude and path of its sound at the head's centre are kept aside. */
  #locateDriver(driver: number, centreM: Vec3, distanceM: number, out: Float32Array, at: number): void {
    const baffled = this.#baffled[driver]!;
    this.#amplitude = this.#gains[driver]! / distanceM;
    this.#pathM = distanceM;
    if (baffled === null) {
      out[at] = -1;
      return;
    }
    const { table, firstRow, axis } = baffled;
    if (table instanceof MeasuredTable) {
      this.#pathM += table.locate(driver, centreM, out, at);
      return;
    }
    if (table instanceof PistonTable) {
      const { positionM } = this.#device.drivers[driver]!;
      const sine = Math.hypot(centreM[1] - positionM[1], centreM[2] - positionM[2]) / distanceM;
      table.locate(sine, firstRow, out, at);
      this.#amplitude *= 2;
      return;
    }
    const fromCentreM = length(centreM);
    table.setDistance(fromCentreM);
    this.#pathM = table.locate(dot(axis, centreM) / fromCentreM, firstRow, out, at);
    this.#amplitude = this.#gains[driver]! / this.#pathM;
  }
}

function baffledDrivers(
  { baffle, drivers }: Device,
  measured: MeasuredTable | null,
  tableOf: (driver: Driver, baffle: Baffle) => SurfaceTable | PistonTable,
): readonly (Baffled | null)[] {
  if (measured) return drivers.map(() => ({ firstRow: 0, table: measured, axis: FRONT }));
  if (baffle.kind === 'none' || baffle.kind === 'measured') return drivers.map(() => null);
  const known = new Map<number, Omit<Baffled, 'axis'>>();
  let rows = 0;
  return drivers.map((driver) => {
    const axis = directionOf(driver.positionM, FRONT);
    const same = known.get(driver.radiusM);
    if (same) return { ...same, axis };
    const baffled = { firstRow: rows, table: tableOf(driver, baffle) };
    known.set(driver.radiusM, baffled);
    rows += baffled.table.rows;
    return { ...baffled, axis };
  });
}

/** The tables of all kinds of drivers one after the other. */
function joined(baffled: readonly (Baffled | null)[]): ResponseTable | null {
  const tables = [...new Set(baffled.map((one) => one?.table))].filter((table) => table !== undefined);
  const [first] = tables;
  if (!first) return null;
  if (tables.length === 1) return first;
  const values = new Float32Array(tables.reduce((sum, table) => sum + table.values.length, 0));
  let at = 0;
  for (const table of tables) {
    values.set(table.values, at);
    at += table.values.length;
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { values, rows, angles: first.angles, bins: first.bins };
}

/** Whether the head touches neither driver nor baffle; nobody sits in or behind an infinite plane. */
export function headFits({ baffle, drivers }: Device, { headRadiusM }: Listener, centreM: Vec3): boolean {
  if (baffle.kind === 'rigid-sphere' && length(centreM) < baffle.radiusM + headRadiusM) return false;
  if (baffle.kind === 'infinite-plane' && centreM[0] < headRadiusM) return false;
  return drivers.every(
    ({ positionM, radiusM }) => length(subtract(centreM, positionM)) >= headRadiusM + radiusM,
  );
}
