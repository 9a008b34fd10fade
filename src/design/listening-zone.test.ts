import { describe, expect, it } from 'vitest';
import { earTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Device, Listener, Vec3 } from '../acoustics/types.ts';
import { separationZone, zoneFrequenciesHz } from './listening-zone.ts';

const C = 343;
/** The map is read to the decibel; its tables are held to a tenth. */
const MAP_ERROR_DB = 0.1;
const LISTENER: Listener = { positionM: [2, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 };
const FREQUENCIES = zoneFrequenciesHz();

const pair = (baffle: Device['baffle'], halfM: number): Device => ({
  baffle,
  drivers: [1, -1].map((side) => ({
    id: `d${side}`,
    positionM: [0, side * halfM, 0] as Vec3,
    radiusM: 0.02,
  })),
});

/** Filters that cancel at the listener: the inverse of the 2×2 ear matrix, columns L and R. */
function inverseColumns(device: Device): ComplexMatrices {
  const { re, im } = earTransfers(device, LISTENER, FREQUENCIES, C);
  const out = { bins: FREQUENCIES.length, rows: 2, columns: 2, re: re.slice(), im: im.slice() };
  for (let m = 0; m < re.length; m += 4) {
    // Left alone at first order: adj(H); the determinant is common to all and does not change a ratio.
    const swap = (plane: Float64Array, from: Float64Array) => {
      plane[m] = from[m + 3]!;
      plane[m + 1] = -from[m + 1]!;
      plane[m + 2] = -from[m + 2]!;
      plane[m + 3] = from[m]!;
    };
    swap(out.re, re);
    swap(out.im, im);
  }
  return out;
}

/** The same mean from `earTransfers`, position by position. */
function directDb(device: Device, columns: ComplexMatrices, positionM: Vec3): number {
  const H = earTransfers(device, { ...LISTENER, positionM }, FREQUENCIES, C);
  let sum = 0;
  for (let bin = 0; bin < H.bins; bin++) {
    const power = (ear: number, input: number) => {
      let [re, im] = [0, 0];
      for (let d = 0; d < H.columns; d++) {
        const h = (bin * 2 + ear) * H.columns + d;
        const w = (bin * H.columns + d) * columns.columns + input;
        re += H.re[h]! * columns.re[w]! - H.im[h]! * columns.im[w]!;
        im += H.re[h]! * columns.im[w]! + H.im[h]! * columns.re[w]!;
      }
      return re * re + im * im;
    };
    sum += 5 * Math.log10((power(0, 0) * power(1, 1)) / (power(1, 0) * power(0, 1)));
  }
  return sum / H.bins;
}

describe('the listening zone', () => {
  it.each([
    ['monopoles', pair({ kind: 'none' }, 0.12)],
    ['caps', pair({ kind: 'rigid-sphere', radiusM: 0.1 }, 0.1)],
    ['pistons', pair({ kind: 'infinite-plane' }, 0.3)],
  ])('agrees with the direct computation: %s', (_, device) => {
    const columns = inverseColumns(device);
    const grid = {
      frontM: Float64Array.of(0.4, 1.3, 1.9, 2.6),
      leftM: Float64Array.of(-0.61, -0.05, 0.02, 0.3),
    };
    const map = separationZone(device, LISTENER, C, columns, FREQUENCIES, grid, { thresholdDb: 10 })!;
    grid.frontM.forEach((front, i) =>
      grid.leftM.forEach((left, j) => {
        const direct = directDb(device, columns, [front, left, 0]);
        expect(Math.abs(map.separationDb[i * 4 + j]! - direct)).toBeLessThan(MAP_ERROR_DB);
      }),
    );
  });

  it('peaks at the listener, is mirror-symmetrical, and measures its area', () => {
    const device = pair({ kind: 'none' }, 0.35);
    const leftM = Float64Array.from({ length: 9 }, (_, j) => (j - 4) * 0.05);
    const grid = { frontM: Float64Array.of(1.8, 2, 2.2), leftM };
    const columns = inverseColumns(device);
    const map = separationZone(device, LISTENER, C, columns, FREQUENCIES, grid, { thresholdDb: 20 })!;
    const row = Array.from(map.separationDb.subarray(9, 18));
    // The null is exact but for the tables.
    expect(row[4]).toBeGreaterThan(50);
    for (let j = 0; j < 4; j++) expect(row[j]).toBeCloseTo(row[8 - j]!, 1);
    const above = Array.from(map.separationDb).filter((value) => value >= 20);
    expect(above.length).toBeGreaterThan(0);
    expect(map.areaM2).toBeCloseTo(above.length * 0.2 * 0.05, 10);
  });

  it('leaves out places where the head does not fit', () => {
    const grid = { frontM: Float64Array.of(-1, 0.05, 1), leftM: Float64Array.of(0, 0.1) };
    const at = (device: Device) =>
      Array.from(
        separationZone(device, LISTENER, C, inverseColumns(device), FREQUENCIES, grid, { thresholdDb: 0 })!
          .separationDb,
        Number.isNaN,
      );
    expect(at(pair({ kind: 'none' }, 0.12))).toEqual([false, false, false, true, false, false]);
    expect(at(pair({ kind: 'rigid-sphere', radiusM: 0.1 }, 0.1))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(at(pair({ kind: 'infinite-plane' }, 0.12))).toEqual([true, true, true, true, false, false]);
  });

  it('reports its progress and can be given up', () => {
    const device = pair({ kind: 'none' }, 0.12);
    const columns = inverseColumns(device);
    const grid = { frontM: Float64Array.of(1, 2, 3, 4), leftM: Float64Array.of(0) };
    const seen: number[] = [];
    const options = { thresholdDb: 10, onProgress: (fraction: number) => void seen.push(fraction) };
    separationZone(device, LISTENER, C, columns, FREQUENCIES, grid, options);
    expect(seen).toEqual([0.25, 0.5, 0.75, 1]);
    const isCancelled = () => seen.length >= 6;
    expect(
      separationZone(device, LISTENER, C, columns, FREQUENCIES, grid, { ...options, isCancelled }),
    ).toBeNull();
    expect(seen).toHaveLength(6);
  });
});
