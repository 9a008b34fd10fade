/** Readings of a curve over frequency, as they stand in captions and figures. Curves are sampled at rising frequencies. */
export interface Curve {
  readonly frequencyHz: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export interface Band {
  readonly lowHz: number;
  readonly highHz: number;
}

/** The band in which a design is held to its targets. */
export const DESIGN_BAND: Band = { lowHz: 200, highHz: 12_000 };

/** The curve at one frequency, linear over log frequency, held flat beyond its ends; NaN for an empty curve. */
export function valueAt(curve: Curve, frequencyHz: number): number {
  const { frequencyHz: f, values } = curve;
  const last = f.length - 1;
  if (last < 0) return NaN;
  if (frequencyHz <= f[0]) return values[0];
  if (frequencyHz >= f[last]) return values[last];
  let above = 1;
  while (f[above] < frequencyHz) above += 1;
  const below = above - 1;
  if (f[above] === frequencyHz) return values[above];
  if (!(f[below] > 0)) return values[above];
  const share = Math.log(frequencyHz / f[below]) / Math.log(f[above] / f[below]);
  return values[below] + share * (values[above] - values[below]);
}

/** Mean over a band with equal weight for equal intervals (log frequency); NaN where the curve has no number in it. */
export function bandMean(curve: Curve, band: Band): number {
  const steps = 240;
  let sum = 0;
  let count = 0;
  for (let step = 0; step < steps; step += 1) {
    const share = (step + 0.5) / steps;
    const value = valueAt(curve, band.lowHz * (band.highHz / band.lowHz) ** share);
    if (Number.isFinite(value)) {
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? NaN : sum / count;
}

/** Largest finite value in the band and where it is; null when there is none. */
export function bandMaximum(curve: Curve, band: Band): { value: number; frequencyHz: number } | null {
  let best: { value: number; frequencyHz: number } | null = null;
  for (let index = 0; index < curve.frequencyHz.length; index += 1) {
    const frequencyHz = curve.frequencyHz[index];
    const value = curve.values[index];
    if (frequencyHz < band.lowHz || frequencyHz > band.highHz || !Number.isFinite(value)) continue;
    if (best === null || value > best.value) best = { value, frequencyHz };
  }
  return best;
}

/** The widest run, in octaves, of samples at or above a threshold inside a band; null when no sample is. */
export function widestBandAtLeast(curve: Curve, threshold: number, within: Band): Band | null {
  let widest: Band | null = null;
  let startHz: number | null = null;
  for (let index = 0; index < curve.frequencyHz.length; index += 1) {
    const frequencyHz = curve.frequencyHz[index];
    if (frequencyHz < within.lowHz || frequencyHz > within.highHz) continue;
    if (!(curve.values[index] >= threshold)) {
      startHz = null;
      continue;
    }
    startHz ??= frequencyHz;
    if (widest === null || frequencyHz / startHz > widest.highHz / widest.lowHz) {
      widest = { lowHz: startHz, highHz: frequencyHz };
    }
  }
  return widest;
}
