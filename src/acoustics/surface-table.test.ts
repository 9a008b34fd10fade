import { describe, expect, it } from 'vitest';
import { pistonDirectivity } from './bessel.ts';
import { sphereResponses } from './sphere.ts';
import { NEIGHBOURS, PistonTable, SurfaceTable, type ResponseTable } from './surface-table.ts';

const C = 343;
const RADIUS_M = 0.0875;
const FREQUENCIES = Float64Array.of(100, 1000, 4000, 8000);
/** What the table's docstring states at the highest frequency, of the response and near the antipode. */
const ERROR = 1e-3;
const ANTIPODE_ERROR = 3e-3;

/** The weighted sum of a lookup, (bins, re/im). */
function read({ values, angles, bins }: ResponseTable, lookup: Float32Array): Float64Array {
  const out = new Float64Array(2 * bins);
  for (let i = 0; i < NEIGHBOURS; i++) {
    const row = lookup[0]! + Math.floor(i / 3) * angles + (i % 3);
    for (let k = 0; k < out.length; k++) out[k]! += lookup[1 + i]! * values[2 * bins * row + k]!;
  }
  return out;
}

function errorOf(table: SurfaceTable, distanceM: number, angle: number, cap?: number): number {
  const lookup = new Float32Array(NEIGHBOURS + 1);
  table.setDistance(distanceM);
  const pathM = table.locate(Math.cos(angle), 0, lookup, 0);
  const found = read(table, lookup);
  const path = { distanceM, cosAngle: Math.cos(angle), ...(cap !== undefined && { capHalfAngleRad: cap }) };
  const { re, im } = sphereResponses(RADIUS_M, [path], FREQUENCIES, C);
  let worst = 0;
  FREQUENCIES.forEach((hz, bin) => {
    const turn = (-2 * Math.PI * hz * (pathM - distanceM)) / C;
    const level = distanceM / pathM;
    const [x, y] = [found[2 * bin]!, found[2 * bin + 1]!];
    const gotRe = level * (x * Math.cos(turn) - y * Math.sin(turn));
    const gotIm = level * (x * Math.sin(turn) + y * Math.cos(turn));
    worst = Math.max(worst, Math.hypot(gotRe - re[bin]!, gotIm - im[bin]!) / level);
  });
  return worst;
}

describe('SurfaceTable', () => {
  const distances = [0.11, 0.137, 0.2, 0.5, 1.9, 20];
  const angles = Array.from({ length: 63 }, (_, i) => 0.05 * i);

  it.each([
    ['a point', undefined],
    ['a cap', 0.2],
  ])('is the sphere’s response at any distance and angle: %s', (_, cap) => {
    const table = new SurfaceTable(RADIUS_M, FREQUENCIES, C, 0.11, cap);
    for (const distanceM of distances) {
      for (const angle of angles) {
        expect(errorOf(table, distanceM, angle, cap)).toBeLessThan(angle < 2.6 ? ERROR : ANTIPODE_ERROR);
      }
    }
  });

  it('gets by with few rows', () => {
    const { rows, angles: perDistance } = new SurfaceTable(RADIUS_M, FREQUENCIES, C, 0.11);
    // 165 angles of a fiftieth of a radian by 17 distances.
    expect(rows % perDistance).toBe(0);
    expect(rows).toBeLessThan(4000);
  });
});

describe('PistonTable', () => {
  it('is the piston’s directivity at any angle', () => {
    const table = new PistonTable(0.05, FREQUENCIES, C);
    const lookup = new Float32Array(NEIGHBOURS + 1);
    for (let sine = 0; sine <= 1; sine += 0.037) {
      table.locate(sine, 0, lookup, 0);
      const found = read(table, lookup);
      FREQUENCIES.forEach((hz, bin) => {
        const exact = pistonDirectivity((2 * Math.PI * hz * 0.05 * sine) / C);
        expect(Math.abs(found[2 * bin]! - exact)).toBeLessThan(ERROR);
      });
    }
  });
});
