import { pistonDirectivity } from './bessel.ts';
import { sphereResponses } from './sphere.ts';

/** Nine rows of a table, three angles at each of three distances, in whose weighted sum a response lies. */
export const NEIGHBOURS = 9;

/** Responses at fixed frequencies, row by row: rows of one distance by angle, and those of the next. */
export interface ResponseTable {
  /** (rows, bins, re/im) */
  readonly values: Float32Array;
  readonly rows: number;
  /** Rows from one distance to the next; 0 where distance does not matter. */
  readonly angles: number;
  readonly bins: number;
}

/** Steps in radians of phase at the highest frequency, and their most. */
const ANGLE_STEP = 0.25;
const MAX_ANGLE_STEP_RAD = 0.065;
const DISTANCE_STEP = 1.3;
const MAX_DISTANCE_STEP = 0.1;
/** Nearer, the table would need hundreds of rows; a source nearer than this is taken here. */
export const NEAREST_RATIO = 1.05;

/** Writes the first row and the nine weights of a place `t` steps from the middle angle and `u` from the middle distance. */
function writeLookup(firstRow: number, t: number, u: number, out: Float32Array, at: number): void {
  const before = (t * (t - 1)) / 2;
  const middle = 1 - t * t;
  const after = (t * (t + 1)) / 2;
  const near = (u * (u - 1)) / 2;
  const here = 1 - u * u;
  const far = (u * (u + 1)) / 2;
  out[at] = firstRow;
  out[at + 1] = near * before;
  out[at + 2] = near * middle;
  out[at + 3] = near * after;
  out[at + 4] = here * before;
  out[at + 5] = here * middle;
  out[at + 6] = here * after;
  out[at + 7] = far * before;
  out[at + 8] = far * middle;
  out[at + 9] = far * after;
}

/** Spacing of distances: s = −ln(1 − a/r), 0 far away, even in 1/r there and finer near the surface. */
function spacing(ratio: number): number {
  return -Math.log(1 - 1 / ratio);
}

/**
 * The rigid sphere's response (`sphereResponses`) at fixed frequencies for very many sources, interpolated by parabolas over
 * angle and over s = −ln(1 − a/r). What is tabulated is the response without its geometric path g: straight to the surface
 * point where it can be seen, else along the tangent and around the sphere,
 *   S = D · (r/g) · e^{−jk(g − r)},
 * for D varies slowly with distance and angle where S turns with every wavelength.
 * Error ≤ 1e−3 of the response in the open and less than 3e−3 of it near the antipode, at the highest frequency; it falls
 * as the cube of frequency.
 */
export class SurfaceTable implements ResponseTable {
  readonly values: Float32Array;
  readonly rows: number;
  readonly angles: number;
  readonly bins: number;
  readonly #angleStep: number;
  readonly #distanceStep: number;
  readonly #distances: number;
  #ratio = 1;
  #horizon = 0;
  #beside = 0;
  #ringRow = 0;

  /**
   * @param nearestM distance from the sphere's centre to its nearest source
   * @param capHalfAngleRad cap on the surface that moves as one; a point where absent
   */
  constructor(
    readonly radiusM: number,
    frequenciesHz: Float64Array,
    speedOfSoundMps: number,
    nearestM: number,
    capHalfAngleRad?: number,
  ) {
    const mu = (2 * Math.PI * Math.max(...frequenciesHz) * radiusM) / speedOfSoundMps;
    this.bins = frequenciesHz.length;
    this.#angleStep = Math.min(ANGLE_STEP / mu, MAX_ANGLE_STEP_RAD);
    this.#distanceStep = Math.min(DISTANCE_STEP / mu, MAX_DISTANCE_STEP);
    // One node before the first angle and one beyond the last, so that every parabola has its three.
    this.angles = Math.ceil(Math.PI / this.#angleStep) + 3;
    const nearest = spacing(Math.max(nearestM / radiusM, NEAREST_RATIO));
    this.#distances = Math.max(3, Math.ceil(nearest / this.#distanceStep) + 1);
    this.rows = this.angles * this.#distances;
    this.values = this.#tabulate(frequenciesHz, speedOfSoundMps, capHalfAngleRad);
  }

  #tabulate(frequenciesHz: Float64Array, speedOfSoundMps: number, cap: number | undefined): Float32Array {
    const { rows, angles, bins, radiusM } = this;
    const extra = cap === undefined ? {} : { capHalfAngleRad: cap };
    const nodes = Array.from({ length: rows }, (_, row) => {
      const angle = ((row % angles) - 1) * this.#angleStep;
      // The first node is infinitely far away, where r/g is 1 and g − r is finite.
      const ratio = 1 / (1 - Math.exp(-Math.floor(row / angles) * this.#distanceStep));
      return { angle, distanceM: ratio * radiusM, ratio };
    });
    const paths = nodes.map(({ angle, distanceM }) => ({ distanceM, cosAngle: Math.cos(angle), ...extra }));
    const { re, im } = sphereResponses(radiusM, paths, frequenciesHz, speedOfSoundMps);
    const values = new Float32Array(2 * re.length);
    nodes.forEach(({ angle, ratio }, row) => {
      const excess = excessPath(ratio, Math.abs(angle));
      const level = Number.isFinite(ratio) ? 1 + excess / ratio : 1;
      for (let bin = 0; bin < bins; bin++) {
        const turn = (2 * Math.PI * frequenciesHz[bin]! * radiusM * excess) / speedOfSoundMps;
        const [cosine, sine] = [level * Math.cos(turn), level * Math.sin(turn)];
        const [x, y] = [re[bin * rows + row]!, im[bin * rows + row]!];
        const to = 2 * (row * bins + bin);
        values[to] = x * cosine - y * sine;
        values[to + 1] = x * sine + y * cosine;
      }
    });
    return values;
  }

  /** Chooses the distance that `locate` looks at. */
  setDistance(distanceM: number): void {
    const ratio = Math.max(distanceM / this.radiusM, NEAREST_RATIO);
    const far = spacing(ratio) / this.#distanceStep;
    const middle = Math.max(1, Math.min(Math.round(far), this.#distances - 2));
    this.#ratio = ratio;
    this.#horizon = Math.acos(1 / ratio);
    this.#beside = Math.max(-1, Math.min(far - middle, 1));
    this.#ringRow = (middle - 1) * this.angles;
  }

  /**
   * Writes first row and weights of a source at that distance to `out`. Allocates nothing.
   * @returns its geometric path g, m
   */
  locate(cosAngle: number, firstRow: number, out: Float32Array, at: number): number {
    const angle = Math.acos(Math.max(-1, Math.min(1, cosAngle)));
    const turned = angle / this.#angleStep + 1;
    const node = Math.round(turned);
    writeLookup(firstRow + this.#ringRow + node - 1, turned - node, this.#beside, out, at);
    const ratio = this.#ratio;
    return pathOf(ratio, angle, this.#horizon) * this.radiusM;
  }
}

/** Geometric path in radii; beyond the antipode the way around goes on, so that the path has no kink there. */
function pathOf(ratio: number, angle: number, horizon: number): number {
  return angle <= horizon
    ? Math.sqrt(ratio * ratio + 1 - 2 * ratio * Math.cos(angle))
    : Math.sqrt(ratio * ratio - 1) + angle - horizon;
}

/** (g − r)/a for a source at `ratio` radii. */
function excessPath(ratio: number, angle: number): number {
  if (Number.isFinite(ratio)) return pathOf(ratio, angle, Math.acos(1 / ratio)) - ratio;
  return angle <= Math.PI / 2 ? -Math.cos(angle) : angle - Math.PI / 2;
}

/** The piston in an infinite plane at fixed frequencies over the angle off its axis; its path is the straight one. */
export class PistonTable implements ResponseTable {
  readonly values: Float32Array;
  readonly rows: number;
  readonly angles = 0;
  readonly bins: number;
  readonly #step: number;

  constructor(pistonM: number, frequenciesHz: Float64Array, speedOfSoundMps: number) {
    const wavenumbers = frequenciesHz.map((hz) => (2 * Math.PI * hz) / speedOfSoundMps);
    this.bins = frequenciesHz.length;
    this.#step = Math.min(ANGLE_STEP / (Math.max(...wavenumbers) * pistonM), MAX_ANGLE_STEP_RAD);
    this.rows = Math.ceil(Math.PI / 2 / this.#step) + 3;
    this.values = new Float32Array(2 * this.rows * this.bins);
    for (let row = 0; row < this.rows; row++) {
      const sine = Math.abs(Math.sin((row - 1) * this.#step));
      wavenumbers.forEach((k, bin) => {
        this.values[2 * (row * this.bins + bin)] = pistonDirectivity(k * pistonM * sine);
      });
    }
  }

  /** @param sine of the angle off the axis, 0 to 1 */
  locate(sine: number, firstRow: number, out: Float32Array, at: number): void {
    const turned = Math.asin(Math.min(1, sine)) / this.#step + 1;
    const node = Math.round(turned);
    // In the middle of three distances that are one and the same.
    writeLookup(firstRow + node - 1, turned - node, 0, out, at);
  }
}
