// From the pressures of a column at both ears to the numbers of a place.
import { mulAdd, mulSubtract } from '../kernel/lanes';
import { logarithm, sumOfLanes } from './lane-functions';
import {
  allLags,
  bandLags,
  bands,
  chunks,
  CHUNK_BYTES,
  cross,
  edges,
  HALF_CHUNK,
  LAGS,
  lowBins,
  powers,
  pressures,
  waves,
} from './layout';
import { columnBytes } from './mix';

/** Keeps a level finite where an ear hears nothing at all. */
const SILENCE: f32 = 1e-30;

@inline
function frequencies(): f32 {
  return <f32>(chunks << 2);
}

/** Mean over frequency of log₂ of the power at the left ear over that at the right one. */
export function meanLogRatio(column: i32): f32 {
  let from = pressures + <usize>column * columnBytes();
  const silence = f32x4.splat(SILENCE);
  let sum = f32x4.splat(0);
  for (let chunk = 0; chunk < chunks; chunk++) {
    const left = powerAt(from, silence);
    const right = powerAt(from + CHUNK_BYTES, silence);
    sum = f32x4.add(sum, logarithm(f32x4.div(left, right)));
    from += 2 * CHUNK_BYTES;
  }
  return sumOfLanes(sum) / frequencies();
}

@inline
function powerAt(from: usize, silence: v128): v128 {
  const re = v128.load(from);
  const im = v128.load(from, HALF_CHUNK);
  return mulAdd(im, im, mulAdd(re, re, silence));
}

/** Writes the mean power over frequency at the left and the right ear. */
export function meanPowers(column: i32, to: usize): void {
  let from = pressures + <usize>column * columnBytes();
  let left = f32x4.splat(0);
  let right = f32x4.splat(0);
  for (let chunk = 0; chunk < chunks; chunk++) {
    left = powerAt(from, left);
    right = powerAt(from + CHUNK_BYTES, right);
    from += 2 * CHUNK_BYTES;
  }
  store<f32>(to, sumOfLanes(left) / frequencies());
  store<f32>(to, sumOfLanes(right) / frequencies(), 4);
}

/** Left times conjugate right, and both powers, at the low frequencies. */
function fillCross(column: i32): void {
  let from = pressures + <usize>column * columnBytes();
  const silence = f32x4.splat(0);
  const end = (lowBins + 3) >> 2;
  for (let chunk = 0; chunk < end; chunk++) {
    const leftRe = v128.load(from);
    const leftIm = v128.load(from, 16);
    const rightRe = v128.load(from, 32);
    const rightIm = v128.load(from, 48);
    const to = <usize>chunk * CHUNK_BYTES;
    v128.store(cross + to, mulAdd(leftIm, rightIm, f32x4.mul(leftRe, rightRe)));
    v128.store(cross + to, mulSubtract(leftRe, rightIm, f32x4.mul(leftIm, rightRe)), HALF_CHUNK);
    v128.store(powers + to, powerAt(from, silence));
    v128.store(powers + to, powerAt(from + CHUNK_BYTES, silence), HALF_CHUNK);
    from += 2 * CHUNK_BYTES;
  }
}

/** Address of a number at a frequency in a plane of chunks. */
@inline
function atBin(plane: usize, bin: i32): usize {
  return plane + <usize>(bin >> 2) * CHUNK_BYTES + ((<usize>(bin & 3)) << 2);
}

/** Sums the cross-spectrum at every lag over some frequencies into `bandLags`. */
function correlate(fromBin: i32, toBin: i32): void {
  let even0 = f32x4.splat(0);
  let even1 = f32x4.splat(0);
  let even2 = f32x4.splat(0);
  let even3 = f32x4.splat(0);
  let odd0 = f32x4.splat(0);
  let odd1 = f32x4.splat(0);
  let odd2 = f32x4.splat(0);
  let odd3 = f32x4.splat(0);
  let wave = waves + ((<usize>(fromBin * 2 * LAGS)) << 2);
  for (let bin = fromBin; bin < toBin; bin++) {
    const at = atBin(cross, bin);
    const re = v128.load32_splat(at);
    const im = v128.load32_splat(at, HALF_CHUNK);
    even0 = mulAdd(re, v128.load(wave), even0);
    even1 = mulAdd(re, v128.load(wave, 16), even1);
    even2 = mulAdd(re, v128.load(wave, 32), even2);
    even3 = mulAdd(re, v128.load(wave, 48), even3);
    odd0 = mulAdd(im, v128.load(wave, 64), odd0);
    odd1 = mulAdd(im, v128.load(wave, 80), odd1);
    odd2 = mulAdd(im, v128.load(wave, 96), odd2);
    odd3 = mulAdd(im, v128.load(wave, 112), odd3);
    wave += 128;
  }
  v128.store(bandLags, even0);
  v128.store(bandLags, even1, 16);
  v128.store(bandLags, even2, 32);
  v128.store(bandLags, even3, 48);
  v128.store(bandLags, odd0, 64);
  v128.store(bandLags, odd1, 80);
  v128.store(bandLags, odd2, 96);
  v128.store(bandLags, odd3, 112);
}

/** Correlation at a lag, −15 to 15. */
@inline
function correlationAt(lags: usize, lag: i32): f32 {
  const at = lags + ((<usize>abs(lag)) << 2);
  const odd = load<f32>(at, 64);
  return load<f32>(at) + (lag < 0 ? -odd : odd);
}

let peakLag: f32 = 0;
let peakValue: f32 = 0;

/**
 * Finds the highest correlation: by Newton's method on the quartic through the highest lag and two neighbours to each side;
 * one of the outermost two lags as it is.
 */
function findPeak(lags: usize): void {
  let best = 0;
  let highest = correlationAt(lags, 0);
  for (let lag = 1 - LAGS; lag < LAGS; lag++) {
    const value = correlationAt(lags, lag);
    if (value > highest) {
      highest = value;
      best = lag;
    }
  }
  peakLag = <f32>best;
  peakValue = highest;
  if (abs(best) >= LAGS - 2) return;
  const before = correlationAt(lags, best - 1) - highest;
  const after = correlationAt(lags, best + 1) - highest;
  const farBefore = correlationAt(lags, best - 2) - highest;
  const farAfter = correlationAt(lags, best + 2) - highest;
  // Coefficients of the quartic, by central differences.
  const c1: f32 = (8 * (after - before) - (farAfter - farBefore)) / 12;
  const c2: f32 = (16 * (after + before) - (farAfter + farBefore)) / 24;
  const c3: f32 = (farAfter - farBefore - 2 * (after - before)) / 12;
  const c4: f32 = (farAfter + farBefore - 4 * (after + before)) / 24;
  let x: f32 = 0;
  for (let step = 0; step < 4; step++) {
    const slope: f32 = c1 + x * (2 * c2 + x * (3 * c3 + x * 4 * c4));
    const bend: f32 = 2 * c2 + x * (6 * c3 + x * 12 * c4);
    if (bend >= 0) return;
    // The highest lag is at most a step from the peak.
    x = max<f32>(-1, min<f32>(1, x - slope / bend));
  }
  peakLag = <f32>best + x;
  peakValue = highest + x * (c1 + x * (c2 + x * (c3 + x * c4)));
}

/** Lag of the ears' highest correlation over all low frequencies, in steps; positive where the left ear hears first. */
export function imageLag(column: i32): f32 {
  fillCross(column);
  correlate(0, lowBins);
  findPeak(bandLags);
  return peakLag;
}

/** The same, and the coherence: mean over the bands of the highest correlation over the root of both ears' powers. */
export function imageAndCoherence(column: i32, to: usize): void {
  fillCross(column);
  memory.fill(allLags, 0, 2 * LAGS * 4);
  let coherence: f32 = 0;
  for (let band = 0; band < bands; band++) {
    const from = load<i32>(edges + ((<usize>band) << 2));
    const end = load<i32>(edges + ((<usize>band) << 2), 4);
    correlate(from, end);
    findPeak(bandLags);
    let left: f32 = SILENCE;
    let right: f32 = SILENCE;
    for (let bin = from; bin < end; bin++) {
      const at = atBin(powers, bin);
      left += load<f32>(at);
      right += load<f32>(at, HALF_CHUNK);
    }
    coherence += max<f32>(0, peakValue / sqrt(left * right));
    for (let i: usize = 0; i < 2 * LAGS * 4; i += 16) {
      v128.store(allLags + i, f32x4.add(v128.load(allLags + i), v128.load(bandLags + i)));
    }
  }
  findPeak(allLags);
  store<f32>(to, peakLag);
  store<f32>(to, bands > 0 ? coherence / <f32>bands : 0, 4);
}
