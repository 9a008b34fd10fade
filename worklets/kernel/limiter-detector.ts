import { mulAdd } from './lanes';
import { allocateFloats } from './memory';

// Peaks between the samples. Each channel is interpolated at three points between neighbours (four times the rate) by a
// windowed sinc of TAPS taps, as ITU-R BS.1770-4 (annex 2) measures true peak, with a longer filter than its own. The
// largest of all channels counts, since one gain serves all.

export const TAPS: i32 = 48;
/** Samples by which a peak is seen late: the interpolation needs half its taps from the future. */
export const DETECTOR_DELAY: i32 = TAPS / 2;
const PHASES: i32 = 3;
/** Little stop band for a narrow transition: what lies close to half the rate is not underestimated. */
const KAISER_BETA: f64 = 4;

let coefficients: usize = 0;
let lines: usize = 0;
let lineFloats: i32 = 0;
let peaks: usize = 0;
/** No point between samples is larger than the largest sample times this. */
let largestGain: f32 = 0;

/** Modified Bessel function of order 0, by its power series. */
function besselI0(x: f64): f64 {
  let sum = 1.0;
  let term = 1.0;
  for (let n = 1; n < 40; n++) {
    term *= ((x / 2) * (x / 2)) / (<f64>n * <f64>n);
    sum += term;
  }
  return sum;
}

function interpolatorTap(distance: f64): f64 {
  const x = Math.PI * distance;
  const edge = distance / (TAPS / 2);
  const window = besselI0(KAISER_BETA * Math.sqrt(Math.max(0, 1 - edge * edge))) / besselI0(KAISER_BETA);
  return x == 0 ? 1 : (Math.sin(x) / x) * window;
}

export function configureDetector(channels: i32, maxFrames: i32): void {
  lineFloats = TAPS + maxFrames + 4;
  lines = allocateFloats(channels * lineFloats);
  peaks = allocateFloats(maxFrames + 4);
  coefficients = allocateFloats(PHASES * TAPS);
  for (let phase = 0; phase < PHASES; phase++) {
    let sum = 0.0;
    let size = 0.0;
    for (let pass = 0; pass < 2; pass++) {
      // Tap k takes the sample k before the newest, which lies half the taps after the point's left neighbour.
      for (let k = 0; k < TAPS; k++) {
        const tap = interpolatorTap(<f64>(DETECTOR_DELAY - k) - <f64>(phase + 1) / 4);
        if (pass == 0) sum += tap;
        else store<f32>(coefficients + (<usize>(k * PHASES + phase) << 2), <f32>(tap / sum));
        size += Math.abs(tap);
      }
    }
    // Both passes added the sizes.
    largestGain = max(largestGain, <f32>(size / 2 / sum));
  }
}

export function resetDetector(channels: i32): void {
  memory.fill(lines, 0, <usize>(channels * lineFloats) << 2);
}

/** Peak of sample n − DETECTOR_DELAY and of the gap after it, per new sample n. */
export function peaksAddress(): usize {
  return peaks;
}

export function clearPeaks(frames: i32): void {
  memory.fill(peaks, 0, <usize>frames << 2);
}

/**
 * Takes a channel's new samples into the peaks, unless none of theirs can reach the ceiling. Samples too faint to
 * matter count as 0: denormals are slow.
 */
export function detect(channel: i32, samples: usize, frames: i32, ceiling: f32): void {
  const line = lines + (<usize>(channel * lineFloats) << 2);
  const fresh = line + (TAPS << 2);
  const bytes = <usize>frames << 2;
  const smallest = f32x4.splat(1e-15);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = v128.load(samples + at);
    v128.store(fresh + at, v128.and(x, f32x4.ge(f32x4.abs(x), smallest)));
  }
  if (!isQuiet(line, frames, ceiling)) interpolate(fresh, bytes);
  memory.copy(line, line + bytes, TAPS << 2);
}

/** Whether nothing in the line or between its samples can exceed the ceiling. */
function isQuiet(line: usize, frames: i32, ceiling: f32): bool {
  const limit = f32x4.splat(ceiling / largestGain);
  const end = line + (<usize>(TAPS + frames) << 2);
  for (let at = line; at < end; at += 16) {
    if (v128.any_true(f32x4.gt(f32x4.abs(v128.load(at)), limit))) return false;
  }
  return true;
}

function interpolate(fresh: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 32) {
    let a1 = f32x4.splat(0);
    let a2 = a1;
    let a3 = a1;
    let b1 = a1;
    let b2 = a1;
    let b3 = a1;
    let from = fresh + at;
    let taps = coefficients;
    for (let k = 0; k < TAPS; k++, from -= 4, taps += 12) {
      const a = v128.load(from);
      const b = v128.load(from, 16);
      let h = v128.load32_splat(taps);
      a1 = mulAdd(h, a, a1);
      b1 = mulAdd(h, b, b1);
      h = v128.load32_splat(taps, 4);
      a2 = mulAdd(h, a, a2);
      b2 = mulAdd(h, b, b2);
      h = v128.load32_splat(taps, 8);
      a3 = mulAdd(h, a, a3);
      b3 = mulAdd(h, b, b3);
    }
    const centre = fresh + at - (DETECTOR_DELAY << 2);
    notePeaks(at, v128.load(centre), a1, a2, a3);
    notePeaks(at + 16, v128.load(centre, 16), b1, b2, b3);
  }
}

@inline
function notePeaks(at: usize, sample: v128, y1: v128, y2: v128, y3: v128): void {
  const ends = f32x4.max(f32x4.abs(sample), f32x4.abs(y1));
  const peak = f32x4.max(ends, f32x4.max(f32x4.abs(y2), f32x4.abs(y3)));
  v128.store(peaks + at, f32x4.max(peak, v128.load(peaks + at)));
}
