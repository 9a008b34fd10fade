import type { Vec3 } from '../acoustics/types.ts';
import { towards } from './sound-source.ts';

/** Directions all around, every 5° of azimuth and elevation; direction a of row e is `e * 72 + a`. */
export interface SphereGrid {
  /** (72,) −180° … 175° */
  readonly azimuthDeg: Float64Array;
  /** (37,) −90° … 90° */
  readonly elevationDeg: Float64Array;
  /** (2664,) unit vectors */
  readonly directions: readonly Vec3[];
}

const STEP_DEG = 5;
const AROUND = 360 / STEP_DEG;
const UP = 180 / STEP_DEG;

export function sphereGrid(): SphereGrid {
  const azimuthDeg = Float64Array.from({ length: AROUND }, (_, i) => STEP_DEG * i - 180);
  const elevationDeg = Float64Array.from({ length: UP + 1 }, (_, i) => STEP_DEG * i - 90);
  const directions = Array.from(elevationDeg).flatMap((elevation) =>
    Array.from(azimuthDeg, (azimuth) => towards(azimuth, elevation)),
  );
  return { azimuthDeg, elevationDeg, directions };
}

/**
 * Mean of a quantity over the whole sphere: equal weights around, those of Clenshaw and Curtis over the elevations.
 *  w_j = (c_j/n)·(1 − Σ_{k=1}^{n/2} b_k cos(2kθ_j)/(4k² − 1)), n = 36   [Clenshaw & Curtis 1960]
 * Exact for patterns of spherical harmonics up to degree 35, which a device of ka < 30 keeps to.
 * @param values (2664,) in the order of `sphereGrid`
 */
export function sphericalMean(values: ArrayLike<number>): number {
  let mean = 0;
  ROW_WEIGHTS.forEach((weight, row) => {
    let sum = 0;
    for (let at = row * AROUND; at < (row + 1) * AROUND; at++) sum += values[at]!;
    mean += (weight * sum) / AROUND;
  });
  return mean;
}

/** (37,) Share of the sphere that stands for each elevation. */
const ROW_WEIGHTS = Float64Array.from({ length: UP + 1 }, (_, row) => {
  const colatitude = (Math.PI * row) / UP;
  const half = UP / 2;
  let series = 1;
  for (let k = 1; k <= half; k++) {
    series -= ((k === half ? 1 : 2) * Math.cos(2 * k * colatitude)) / (4 * k * k - 1);
  }
  // Half of the integral over the cosine, which is 2 for a constant.
  return (((row === 0 || row === UP ? 1 : 2) / UP) * series) / 2;
});

/** @param row of `SphereGrid.elevationDeg` */
export function rowShare(row: number): number {
  return ROW_WEIGHTS[row]!;
}

/** The row of the horizontal plane, (72,). */
export function horizontalRow<Values extends Float64Array | Float32Array>(values: Values): Values {
  const from = (UP / 2) * AROUND;
  return values.slice(from, from + AROUND) as Values;
}

/** The orbit over the device from −180° through below, the axis and above, (72,). */
export function verticalOrbit(values: ArrayLike<number>): Float64Array {
  const front = AROUND / 2;
  return Float64Array.from({ length: AROUND }, (_, i) => {
    const turn = i - front;
    const isFront = Math.abs(turn) <= UP / 2;
    // Behind, what is up falls again: from 90° back to the horizon.
    const row = isFront ? UP / 2 + turn : UP / 2 + Math.sign(turn) * (UP - Math.abs(turn));
    return values[row * AROUND + (isFront ? front : 0)]!;
  });
}
