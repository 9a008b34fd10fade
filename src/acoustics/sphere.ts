import { capWeights, fillLegendre } from './legendre.ts';
import type { ComplexMatrices } from './types.ts';

/** One way from a point source to a rigid sphere's surface or, by reciprocity, from its surface to a point. */
export interface SpherePath {
  /** From the sphere's centre; `Infinity` is the far-field limit. Nearer than 1.01 radii is answered at 1.01 radii. */
  readonly distanceM: number;
  /** Cosine of the angle between the source's direction and that of the point on the surface. */
  readonly cosAngle: number;
  /** Half-angle of the cap around that point that moves (or listens) as one; a point where absent. */
  readonly capHalfAngleRad?: number;
}

/** Nearer, the series needs thousands of terms to tell a point on the surface from one just above it. */
export const MIN_DISTANCE_RATIO = 1.01;
/** Bound on what the terms left out may add up to; |H| itself is of the order of 0.1 to 2ρ/(ρ−1). */
const TAIL_BOUND = 1e-11;

/** An upper bound on the terms needed: orders above μ die within a few μ^⅓, and as ρ^{−n} for a close source. */
export function termBound(mu: number, ratio: number): number {
  return Math.ceil(mu + 10 * Math.cbrt(mu) + 20 + 28 / Math.log(ratio));
}

/** Paths at one distance: they share the Hankel factors and differ only in their angular weights. */
interface Ring {
  readonly inverseRatio: number;
  readonly rows: readonly number[];
}

/** Orders by which the factors of the sphere grow. */
const ORDERS_AT_ONCE = 8;

/** Factors of one frequency that belong to the sphere alone, order by order, as many as are asked for. */
class SurfaceFactors {
  /** Orders that are filled in. */
  count = 0;
  #mu = 0;
  #gammaRe = 0;
  #gammaIm = 0;
  /** 1/V_n */
  readonly inverseRe: Float64Array;
  readonly inverseIm: Float64Array;
  /** E_n = (2n+1)/(n+1−μ²/V_n) */
  readonly weightRe: Float64Array;
  readonly weightIm: Float64Array;

  constructor(readonly capacity: number) {
    this.inverseRe = new Float64Array(capacity);
    this.inverseIm = new Float64Array(capacity);
    this.weightRe = new Float64Array(capacity);
    this.weightIm = new Float64Array(capacity);
  }

  start(mu: number): void {
    this.count = 0;
    this.#mu = mu;
    // μ²/V_0 in the limit is −jμ, which gives V_1 = 1 + jμ.
    this.#gammaRe = 0;
    this.#gammaIm = -mu;
  }

  extend(): void {
    const { inverseRe, inverseIm, weightRe, weightIm } = this;
    const end = Math.min(this.capacity - 1, this.count + ORDERS_AT_ONCE);
    const square = this.#mu * this.#mu;
    let gammaRe = this.#gammaRe;
    let gammaIm = this.#gammaIm;
    for (let n = this.count; n < end; n++) {
      const re = n + 1 - gammaRe;
      const scale = (2 * n + 1) / (re * re + gammaIm * gammaIm);
      weightRe[n] = re * scale;
      weightIm[n] = gammaIm * scale;
      const nextRe = 2 * n + 1 - gammaRe;
      const nextIm = -gammaIm;
      const norm = 1 / (nextRe * nextRe + nextIm * nextIm);
      inverseRe[n + 1] = nextRe * norm;
      inverseIm[n + 1] = -nextIm * norm;
      gammaRe = square * nextRe * norm;
      gammaIm = -square * nextIm * norm;
    }
    this.#gammaRe = gammaRe;
    this.#gammaIm = gammaIm;
    this.count = end;
  }
}

/** The complex terms of one (frequency, distance), before their angular weights. */
class RingTerms {
  readonly re: Float64Array;
  readonly im: Float64Array;
  count = 0;

  constructor(capacity: number) {
    this.re = new Float64Array(capacity);
    this.im = new Float64Array(capacity);
  }

  fill(mu: number, inverseRatio: number, surface: SurfaceFactors, limit: number): void {
    const tolerance = TAIL_BOUND * (1 - inverseRatio);
    const { inverseRe, inverseIm, weightRe, weightIm } = surface;
    const { re: termsRe, im: termsIm } = this;
    const square = mu * mu;
    let wRe = inverseRatio;
    let wIm = mu;
    let cRe = 1;
    let cIm = 0;
    let n = 0;
    for (; n < limit; n++) {
      if (n === surface.count) surface.extend();
      const re = cRe * weightRe[n]! - cIm * weightIm[n]!;
      const im = cRe * weightIm[n]! + cIm * weightRe[n]!;
      termsRe[n] = re;
      termsIm[n] = im;
      if (n > mu && re * re + im * im < tolerance * tolerance) break;
      const factorRe = wRe * inverseRe[n + 1]! - wIm * inverseIm[n + 1]!;
      const factorIm = wRe * inverseIm[n + 1]! + wIm * inverseRe[n + 1]!;
      const nextRe = cRe * factorRe - cIm * factorIm;
      cIm = cRe * factorIm + cIm * factorRe;
      cRe = nextRe;
      const scale = square / (wRe * wRe + wIm * wIm);
      wRe = (2 * n + 3) * inverseRatio - wRe * scale;
      wIm *= scale;
    }
    this.count = n;
  }

  /** Writes phase · Σ terms × angular weights. */
  weigh(
    angular: Float64Array,
    start: number,
    phaseRe: number,
    phaseIm: number,
    toRe: Float64Array,
    toIm: Float64Array,
    to: number,
  ): void {
    const { re, im, count } = this;
    let sumRe = 0;
    let sumIm = 0;
    for (let n = 0; n < count; n++) {
      const weight = angular[start + n]!;
      sumRe += re[n]! * weight;
      sumIm += im[n]! * weight;
    }
    toRe[to] = phaseRe * sumRe - phaseIm * sumIm;
    toIm[to] = phaseRe * sumIm + phaseIm * sumRe;
  }
}

function ringsOf(paths: readonly SpherePath[], radiusM: number): Ring[] {
  const rows = new Map<number, number[]>();
  paths.forEach(({ distanceM }, row) => {
    const inverseRatio = Math.min(radiusM / distanceM, 1 / MIN_DISTANCE_RATIO);
    const ring = rows.get(inverseRatio);
    if (ring) ring.push(row);
    else rows.set(inverseRatio, [row]);
  });
  return [...rows].map(([inverseRatio, members]) => ({ inverseRatio, rows: members }));
}

/** P_n(cos θ) times the cap's weight; order n of path p at `starts[p] + n`. Paths of one angle and cap share their row. */
function angularWeights(paths: readonly SpherePath[], count: number) {
  const rowOf = new Map<number | undefined, Map<number, number>>();
  const distinct: SpherePath[] = [];
  const starts = paths.map((path) => {
    const angles = rowOf.get(path.capHalfAngleRad) ?? new Map<number, number>();
    rowOf.set(path.capHalfAngleRad, angles);
    const known = angles.get(path.cosAngle);
    if (known !== undefined) return known;
    const start = (distinct.push(path) - 1) * count;
    angles.set(path.cosAngle, start);
    return start;
  });
  const weights = new Float64Array(distinct.length * count);
  const caps = new Map<number, Float64Array>();
  distinct.forEach(({ cosAngle, capHalfAngleRad }, row) => {
    fillLegendre(Math.max(-1, Math.min(1, cosAngle)), count, weights, row * count);
    if (capHalfAngleRad === undefined) return;
    const cap = caps.get(capHalfAngleRad) ?? capWeights(capHalfAngleRad, count);
    caps.set(capHalfAngleRad, cap);
    for (let n = 0; n < count; n++) weights[row * count + n]! *= cap[n]!;
  });
  return { weights, starts };
}

/**
 * Response of a rigid sphere: pressure on its surface over the free-field pressure at its centre, for a point source at
 * distance ρ radii (Duda & Martin, J. Acoust. Soc. Am. 104, 1998, eq. 4; time convention e^{+jωt}),
 *   H(μ, ρ, x) = −(ρ/μ) e^{jμρ} Σ (2n+1) h_n(μρ)/h_n′(μ) P_n(x),   μ = ka, h_n of the second kind.
 * Summed with the ratios of neighbouring orders, so that nothing overflows and μ = 0 and ρ = ∞ need no case of their own:
 *   V_{n+1} = 2n+1 − μ²/V_n,  W_{n+1} = (2n+1)/ρ − μ²/W_n,  V_1 = 1 + jμ,  W_1 = 1/ρ + jμ,
 *   H = e^{jμ} Σ C_n (2n+1)/(n+1 − μ²/V_n) P_n(x),  C_n = C_{n−1} W_n/V_n,  C_0 = 1.
 * Upward recurrence is stable because h_n is the solution that grows with n. Frequency 0 gives the static limit.
 * Weakness: the number of terms grows as 1/ln ρ close to the surface.
 * @param frequenciesHz (bins,) ≥ 0
 * @param paths rows of the result
 * @returns (bins, paths, 1), the sum's error ≤ 1e−9
 */
export function sphereResponses(
  radiusM: number,
  paths: readonly SpherePath[],
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
): ComplexMatrices {
  const rows = paths.length;
  const bins = frequenciesHz.length;
  const re = new Float64Array(bins * rows);
  const im = new Float64Array(bins * rows);
  const rings = ringsOf(paths, radiusM);
  const closest = 1 / rings.reduce((most, ring) => Math.max(most, ring.inverseRatio), 0);
  const muPerHz = (2 * Math.PI * radiusM) / speedOfSoundMps;
  const highest = frequenciesHz.reduce((most, hz) => Math.max(most, hz), 0);
  const capacity = termBound(highest * muPerHz, closest);
  const { weights, starts } = angularWeights(paths, capacity);
  const surface = new SurfaceFactors(capacity + 1);
  const terms = new RingTerms(capacity);
  const sources = sourcesOf(rings, starts);
  for (let bin = 0; bin < bins; bin++) {
    const mu = frequenciesHz[bin]! * muPerHz;
    const limit = termBound(mu, closest);
    surface.start(mu);
    const phaseRe = Math.cos(mu);
    const phaseIm = Math.sin(mu);
    for (const ring of rings) {
      terms.fill(mu, ring.inverseRatio, surface, limit);
      for (const row of ring.rows) {
        const to = bin * rows + row;
        const known = sources[row]!;
        if (known === row) {
          terms.weigh(weights, starts[row]!, phaseRe, phaseIm, re, im, to);
          continue;
        }
        re[to] = re[bin * rows + known]!;
        im[to] = im[bin * rows + known]!;
      }
    }
  }
  return { bins, rows, columns: 1, re, im };
}

/** The row to copy for each path, itself where no row before is alike: what a mirror shows is summed once. */
function sourcesOf(rings: readonly Ring[], starts: readonly number[]): number[] {
  const sources: number[] = [];
  for (const { rows } of rings) {
    for (const row of rows) sources[row] = rows.find((other) => starts[other] === starts[row])!;
  }
  return sources;
}
