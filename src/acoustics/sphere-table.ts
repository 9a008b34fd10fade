import { MIN_DISTANCE_RATIO, sphereResponses } from './sphere.ts';

/** Steps of the table in radians of phase, at the highest frequency. */
const ANGLE_STEP = 0.2;
const DISTANCE_STEP = 0.3;
/** Steps where phase does not ask for finer ones. */
const MAX_ANGLE_STEP_RAD = Math.PI / 48;
const MAX_DISTANCE_STEP = 0.06;

/** Uniform nodes from one before `low` to at least one after `high`, so that every parabola has its three. */
class Axis {
  readonly count: number;
  /** The node that the first of the three weights belongs to. */
  first = 0;
  before = 0;
  at = 1;
  after = 0;

  constructor(
    readonly low: number,
    high: number,
    readonly step: number,
  ) {
    this.count = Math.ceil((high - low) / step) + 3;
  }

  node(index: number): number {
    return this.low + (index - 1) * this.step;
  }

  /** Finds the three nodes around a value and their Lagrange weights. */
  locate(value: number): void {
    const place = (value - this.low) / this.step;
    this.first = Math.max(0, Math.min(Math.round(place), this.count - 3));
    const t = Math.max(-1, Math.min(place - this.first, 1));
    this.before = (t * (t - 1)) / 2;
    this.at = 1 - t * t;
    this.after = (t * (t + 1)) / 2;
  }
}

/** Distance as the table spaces it: s = −ln(1 − a/r), even in 1/r far away and finer the nearer the surface. */
function spacing(radiusM: number, distanceM: number): number {
  return -Math.log(1 - radiusM / Math.max(distanceM, MIN_DISTANCE_RATIO * radiusM));
}

/**
 * The rigid sphere's response at fixed frequencies, interpolated over angle and distance: for maps of many positions,
 * where `sphereResponses` would be summed hundreds of thousands of times. Parabolas in θ and in −ln(1 − a/r).
 * Error ≤ 1e−3 of the largest response at that distance, at the highest frequency; falls as the cube of frequency, for sources within the stated range,
 * from 1.05 radii.
 */
export class SphereTable {
  private readonly bins: number;
  private readonly angles: Axis;
  private readonly distances: Axis;
  /** (distance, angle, bin, re/im) */
  private readonly values: Float64Array;

  /** @param capHalfAngleRad cap on the surface that moves as one; a point where absent */
  constructor(
    private readonly radiusM: number,
    frequenciesHz: Float64Array,
    speedOfSoundMps: number,
    range: { readonly minDistanceM: number; readonly maxDistanceM: number },
    capHalfAngleRad?: number,
  ) {
    this.bins = frequenciesHz.length;
    const highestHz = frequenciesHz.reduce((most, hz) => Math.max(most, hz), 0);
    const mu = (2 * Math.PI * highestHz * radiusM) / speedOfSoundMps;
    this.angles = new Axis(0, Math.PI, Math.min(ANGLE_STEP / mu, MAX_ANGLE_STEP_RAD));
    const nearest = spacing(radiusM, range.minDistanceM);
    const farthest = spacing(radiusM, range.maxDistanceM);
    const step = Math.min(DISTANCE_STEP / mu, MAX_DISTANCE_STEP);
    // No node lies beyond infinity, s = 0.
    this.distances = new Axis(Math.max(farthest, step), Math.max(nearest, step), step);
    this.values = this.tabulate(frequenciesHz, speedOfSoundMps, capHalfAngleRad);
  }

  private tabulate(
    frequenciesHz: Float64Array,
    speedOfSoundMps: number,
    cap: number | undefined,
  ): Float64Array {
    const { angles, distances, bins, radiusM } = this;
    const extra = cap === undefined ? {} : { capHalfAngleRad: cap };
    const paths = Array.from({ length: distances.count * angles.count }, (_, row) => {
      const inverseRatio = 1 - Math.exp(-distances.node(Math.floor(row / angles.count)));
      return {
        distanceM: radiusM / inverseRatio,
        cosAngle: Math.cos(angles.node(row % angles.count)),
        ...extra,
      };
    });
    const { re, im } = sphereResponses(radiusM, paths, frequenciesHz, speedOfSoundMps);
    const values = new Float64Array(2 * re.length);
    for (let row = 0, at = 0; row < paths.length; row++) {
      for (let bin = 0; bin < bins; bin++) {
        values[at++] = re[bin * paths.length + row]!;
        values[at++] = im[bin * paths.length + row]!;
      }
    }
    return values;
  }

  /** Writes the response at every frequency to `out`, real and imaginary parts in turn. Allocates nothing. */
  evaluate(distanceM: number, cosAngle: number, out: Float64Array): void {
    const { angles, distances, values } = this;
    const width = 2 * this.bins;
    angles.locate(Math.acos(Math.max(-1, Math.min(1, cosAngle))));
    distances.locate(spacing(this.radiusM, distanceM));
    const { before: a0, at: a1, after: a2 } = angles;
    const { before: d0, at: d1, after: d2 } = distances;
    const row = angles.count * width;
    let from = distances.first * row + angles.first * width;
    for (let i = 0; i < width; i++, from++) {
      const near = from + row;
      const nearer = near + row;
      out[i] =
        d0 * (a0 * values[from]! + a1 * values[from + width]! + a2 * values[from + 2 * width]!) +
        d1 * (a0 * values[near]! + a1 * values[near + width]! + a2 * values[near + 2 * width]!) +
        d2 * (a0 * values[nearer]! + a1 * values[nearer + width]! + a2 * values[nearer + 2 * width]!);
    }
  }
}
