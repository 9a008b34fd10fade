import type { ComplexMatrices, Device, MeasurementReference, Vec3 } from './types.ts';
import { length } from './vectors.ts';

/**
 * Measured directivities over azimuth: pressure relative to a monopole at the driver's place, taken apart into a delay and what is
 * left, which varies so slowly from one azimuth to the next that it may be interpolated along a straight line.
 */
export interface AzimuthTable {
  /** (azimuths,) ascending; the first and the last are their neighbours beyond ±180° again, so that every azimuth lies between two. */
  readonly azimuthsDeg: Float64Array;
  readonly drivers: number;
  readonly bins: number;
  /** (drivers, azimuths, bins) */
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** (drivers, azimuths) seconds after a monopole's sound. */
  readonly lateSeconds: Float64Array;
}

/** Drivers as they were measured, each towards directions in the horizontal plane. */
export interface MeasuredDrivers {
  readonly drivers: number;
  /** @param positionsM of the drivers: what is measured from the device's centre is told of each driver's own place */
  around(positionsM: readonly Vec3[], frequenciesHz: Float64Array, speedOfSoundMps: number): AzimuthTable;
}

/** By the hash of their file: what is found under one is the same wherever it is found. */
const kept = new Map<string, MeasuredDrivers>();

/** Makes measured drivers known to this thread, for every device that refers to them. */
export function keepMeasuredDrivers(sha256: string, drivers: MeasuredDrivers): void {
  kept.set(sha256, drivers);
}

export function dropMeasuredDrivers(sha256: string): void {
  kept.delete(sha256);
}

export function measuredDriversOf({ sha256 }: MeasurementReference): MeasuredDrivers | null {
  return kept.get(sha256) ?? null;
}

/** Two places in a table between which an azimuth lies: the first, and how far it is towards the next, 0…1. */
export interface AzimuthPlace {
  readonly index: number;
  readonly share: number;
}

/** @param azimuthDeg from −180 to 180 */
export function placeAt({ azimuthsDeg }: AzimuthTable, azimuthDeg: number): AzimuthPlace {
  let [low, high] = [0, azimuthsDeg.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (azimuthsDeg[middle]! <= azimuthDeg) low = middle;
    else high = middle;
  }
  const gap = azimuthsDeg[high]! - azimuthsDeg[low]!;
  return {
    index: low,
    share: gap > 0 ? Math.min(1, Math.max(0, (azimuthDeg - azimuthsDeg[low]!) / gap)) : 0,
  };
}

/** A direction in terms of what was measured: azimuths, each with its part. */
type AzimuthMix = readonly { readonly azimuthDeg: number; readonly part: number }[];

/** In the plane within rounding. */
const IN_PLANE = 1e-9;

/**
 * Above and below the plane nothing was measured: there a driver plays as if it were turned about the front axis, by the angle from
 * that axis, from the left side's into the right side's response. Up and down are alike.
 */
export function azimuthsOf([front, left, up]: Vec3): AzimuthMix {
  const angleDeg = (180 / Math.PI) * Math.atan2(Math.hypot(left, up), front);
  const side = left < 0 ? -1 : 1;
  if (Math.abs(up) <= IN_PLANE * Math.hypot(front, left, up))
    return [{ azimuthDeg: side * angleDeg, part: 1 }];
  const part = (1 + left / Math.hypot(left, up)) / 2;
  return [
    { azimuthDeg: angleDeg, part },
    { azimuthDeg: -angleDeg, part: 1 - part },
  ].filter((one) => one.part > 0);
}

/** A monopole's sound on its way: its path, m, and its amplitude. */
interface Spreading {
  readonly pathM: number;
  readonly amplitude: number;
}

/**
 * A device of measured drivers, heard in directions from its centre.
 * @param directions of any length, from the device's centre
 * @param spreadingOf what a monopole in the place of a driver would give there
 * @returns (bins, directions, drivers)
 */
export function measuredTransfers(
  device: Device,
  measured: MeasuredDrivers,
  directions: readonly Vec3[],
  spreadingOf: (driver: number, row: number) => Spreading,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const positionsM = device.drivers.map(({ positionM }) => positionM);
  const table = measured.around(positionsM, frequenciesHz, speedOfSoundMps);
  const [bins, rows, columns] = [frequenciesHz.length, directions.length, positionsM.length];
  const re = new Float64Array(bins * rows * columns);
  const im = new Float64Array(bins * rows * columns);
  const out = { bins, rows, columns, re, im };
  directions.forEach((direction, row) => {
    const mix = azimuthsOf(length(direction) > 0 ? direction : [1, 0, 0]);
    for (const { azimuthDeg, part } of mix) {
      const place = placeAt(table, azimuthDeg);
      for (let driver = 0; driver < columns; driver++) {
        const { pathM, amplitude } = spreadingOf(driver, row);
        const seconds = pathM / speedOfSoundMps + lateAt(table, driver, place);
        addRow(table, { driver, place, seconds, amplitude: amplitude * part }, frequenciesHz, out, row);
      }
    }
  });
  return out;
}

/** Delay after a monopole's sound, seconds. */
export function lateAt(
  { azimuthsDeg, lateSeconds }: AzimuthTable,
  driver: number,
  place: AzimuthPlace,
): number {
  const at = driver * azimuthsDeg.length + place.index;
  return lateSeconds[at]! + place.share * (lateSeconds[at + 1]! - lateSeconds[at]!);
}

function addRow(
  { azimuthsDeg, bins, re, im }: AzimuthTable,
  wave: { driver: number; place: AzimuthPlace; seconds: number; amplitude: number },
  frequenciesHz: Float64Array,
  out: ComplexMatrices,
  row: number,
): void {
  const { driver, place, seconds, amplitude } = wave;
  const here = (driver * azimuthsDeg.length + place.index) * bins;
  const { share } = place;
  const turn = -2 * Math.PI * seconds;
  for (let bin = 0; bin < bins; bin++) {
    const from = here + bin;
    const x = re[from]! + share * (re[from + bins]! - re[from]!);
    const y = im[from]! + share * (im[from + bins]! - im[from]!);
    const cosine = amplitude * Math.cos(turn * frequenciesHz[bin]!);
    const sine = amplitude * Math.sin(turn * frequenciesHz[bin]!);
    const to = (bin * out.rows + row) * out.columns + driver;
    out.re[to]! += x * cosine - y * sine;
    out.im[to]! += x * sine + y * cosine;
  }
}
