import { azimuthsOf, lateAt, placeAt, type AzimuthTable } from './measured-drivers.ts';
import { NEIGHBOURS, type ResponseTable } from './surface-table.ts';
import type { Vec3 } from './types.ts';

/** The lookup's weights of three distances that are one and the same begin here with the middle one's. */
const MIDDLE = 1 + NEIGHBOURS / 3;

/** Measured drivers at fixed frequencies for very many places, interpolated as `measuredTransfers` does. */
export class MeasuredTable implements ResponseTable {
  readonly values: Float32Array;
  readonly rows: number;
  readonly angles = 0;
  readonly bins: number;
  /** Of one driver: a lookup is of three rows, so that there is one more than it needs. */
  readonly #driverRows: number;

  constructor(
    private readonly table: AzimuthTable,
    private readonly speedOfSoundMps: number,
  ) {
    const { azimuthsDeg, drivers, bins, re, im } = table;
    this.bins = bins;
    this.#driverRows = azimuthsDeg.length + 1;
    this.rows = drivers * this.#driverRows;
    this.values = new Float32Array(2 * this.rows * bins);
    for (let driver = 0; driver < drivers; driver++) {
      const from = driver * azimuthsDeg.length * bins;
      const to = 2 * driver * this.#driverRows * bins;
      for (let i = 0; i < azimuthsDeg.length * bins; i++) {
        this.values[to + 2 * i] = re[from + i]!;
        this.values[to + 2 * i + 1] = im[from + i]!;
      }
    }
  }

  /**
   * Writes first row and weights of a place to `out`.
   * @param towards from the device's centre; above or below its plane the side that it lies to speaks alone
   * @returns how much longer than a monopole's path that of the driver is, m
   */
  locate(driver: number, towards: Vec3, out: Float32Array, at: number): number {
    const sides = azimuthsOf(towards);
    const { azimuthDeg } = sides.length > 1 && sides[1]!.part > sides[0]!.part ? sides[1]! : sides[0]!;
    const place = placeAt(this.table, azimuthDeg);
    out.fill(0, at, at + 1 + NEIGHBOURS);
    out[at] = driver * this.#driverRows + place.index;
    out[at + MIDDLE] = 1 - place.share;
    out[at + MIDDLE + 1] = place.share;
    return lateAt(this.table, driver, place) * this.speedOfSoundMps;
  }
}
