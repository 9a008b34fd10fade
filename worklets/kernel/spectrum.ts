import { forward, inverse, binOffset } from './fft';
import { CYCLIC, prepareRoots } from './fft-roots';
import { interleaveHigh, interleaveLow } from './lanes';
import { allocate, allocateFloats } from './memory';

// Discrete Fourier transforms in natural order, over planar arrays of Float32, for work on spectra (convolution stays in
// the transform's own order, see fft.ts). Construct while configuring: the constructors allocate.

function allocateBinOffsets(points: i32): usize {
  const offsets = allocate((<usize>points) << 2);
  for (let bin = 0; bin < points; bin++) store<i32>(offsets + ((<usize>bin) << 2), binOffset(bin, points));
  return offsets;
}

/** X[k] = Σ x[n] e^{−2πjnk/N} of N = 16 … 65,536 complex points; `inverse` brings x back (it divides by N). */
export class ComplexFft {
  private work: usize;
  private offsets: usize;

  constructor(public readonly size: i32) {
    prepareRoots(size, CYCLIC);
    this.work = allocateFloats(2 * size);
    this.offsets = allocateBinOffsets(size);
  }

  /** From `re`, `im` (N floats each, 16-byte aligned) to `toRe`, `toIm`, which may be the same arrays. */
  forward(re: usize, im: usize, toRe: usize, toIm: usize): void {
    // Exchanging real and imaginary parts on both sides turns the sign of the exponent.
    this.load(im, re);
    forward(this.work, this.size, CYCLIC);
    this.sort(toIm, toRe);
  }

  inverse(re: usize, im: usize, toRe: usize, toIm: usize): void {
    this.load(re, im);
    forward(this.work, this.size, CYCLIC);
    this.sort(toRe, toIm);
    const scale = f32x4.splat(<f32>1 / <f32>this.size);
    const bytes = (<usize>this.size) << 2;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(toRe + at, f32x4.mul(v128.load(toRe + at), scale));
      v128.store(toIm + at, f32x4.mul(v128.load(toIm + at), scale));
    }
  }

  private load(re: usize, im: usize): void {
    const bytes = (<usize>this.size) << 2;
    let to = this.work;
    for (let at: usize = 0; at < bytes; at += 16, to += 32) {
      v128.store(to, v128.load(re + at));
      v128.store(to, v128.load(im + at), 16);
    }
  }

  private sort(re: usize, im: usize): void {
    const bytes = (<usize>this.size) << 2;
    for (let at: usize = 0; at < bytes; at += 4) {
      const from = this.work + load<i32>(this.offsets + at);
      store<f32>(re + at, load<f32>(from));
      store<f32>(im + at, load<f32>(from, 16));
    }
  }
}

/**
 * X[k] = Σ x[n] e^{−2πjnk/N}, k = 0 … N/2, of N = 32 … 65,536 real samples, by one complex transform of N/2 points over
 * pairs of samples; `inverse` brings x back (it divides by N). Arrays are 16-byte aligned; `re` and `im` hold N/2 + 1.
 */
export class RealFft {
  private work: usize;
  private offsets: usize;
  private cosines: usize;
  private sines: usize;

  constructor(public readonly size: i32) {
    const half = size >> 1;
    prepareRoots(half, CYCLIC);
    this.work = allocateFloats(size);
    this.offsets = allocateBinOffsets(half);
    this.cosines = allocateFloats(half);
    this.sines = allocateFloats(half);
    for (let bin = 0; bin < half; bin++) {
      const phase = (2 * Math.PI * bin) / size;
      store<f32>(this.cosines + ((<usize>bin) << 2), <f32>Math.cos(phase));
      store<f32>(this.sines + ((<usize>bin) << 2), <f32>Math.sin(phase));
    }
  }

  /** From `samples` (N floats) to `re`, `im` (N/2 + 1 floats). */
  forward(samples: usize, re: usize, im: usize): void {
    const half = this.size >> 1;
    const bytes = (<usize>this.size) << 2;
    for (let at: usize = 0; at < bytes; at += 32) {
      const low = v128.load(samples + at);
      const high = v128.load(samples + at, 16);
      // Even samples are the real parts; exchanged, because the transform's exponent is positive.
      v128.store(this.work + at, v128.shuffle<f32>(low, high, 1, 3, 5, 7));
      v128.store(this.work + at, v128.shuffle<f32>(low, high, 0, 2, 4, 6), 16);
    }
    forward(this.work, half, CYCLIC);
    const zeroRe = load<f32>(this.work, 16);
    const zeroIm = load<f32>(this.work);
    store<f32>(re, zeroRe + zeroIm);
    store<f32>(im, 0);
    store<f32>(re + ((<usize>half) << 2), zeroRe - zeroIm);
    store<f32>(im + ((<usize>half) << 2), 0);
    for (let bin = 1; bin <= half >> 1; bin++) this.splitBin(bin, half - bin, re, im);
  }

  /** From `re`, `im` to `samples`; the imaginary parts of the first and last bin count as zero. */
  inverse(re: usize, im: usize, samples: usize): void {
    const half = this.size >> 1;
    const first = load<f32>(re);
    const last = load<f32>(re + ((<usize>half) << 2));
    store<f32>(this.work, 0.5 * (first - last));
    store<f32>(this.work, 0.5 * (first + last), 16);
    for (let bin = 1; bin <= half >> 1; bin++) this.joinBin(bin, half - bin, re, im);
    inverse(this.work, half, CYCLIC);
    const scale = f32x4.splat(<f32>1 / <f32>half);
    const bytes = (<usize>this.size) << 2;
    for (let at: usize = 0; at < bytes; at += 32) {
      const even = f32x4.mul(scale, v128.load(this.work + at, 16));
      const odd = f32x4.mul(scale, v128.load(this.work + at));
      v128.store(samples + at, interleaveLow(even, odd));
      v128.store(samples + at, interleaveHigh(even, odd), 16);
    }
  }

  private splitBin(bin: i32, mirror: i32, re: usize, im: usize): void {
    const at = (<usize>bin) << 2;
    const mirrorAt = (<usize>mirror) << 2;
    const from = this.work + load<i32>(this.offsets + at);
    const mirrorFrom = this.work + load<i32>(this.offsets + mirrorAt);
    const zr = load<f32>(from, 16);
    const zi = load<f32>(from);
    const mr = load<f32>(mirrorFrom, 16);
    const mi = load<f32>(mirrorFrom);
    const evenRe: f32 = 0.5 * (zr + mr);
    const evenIm: f32 = 0.5 * (zi - mi);
    const oddRe: f32 = 0.5 * (zi + mi);
    const oddIm: f32 = 0.5 * (mr - zr);
    const c = load<f32>(this.cosines + at);
    const s = load<f32>(this.sines + at);
    const turnedRe = c * oddRe + s * oddIm;
    const turnedIm = c * oddIm - s * oddRe;
    store<f32>(re + at, evenRe + turnedRe);
    store<f32>(im + at, evenIm + turnedIm);
    store<f32>(re + mirrorAt, evenRe - turnedRe);
    store<f32>(im + mirrorAt, turnedIm - evenIm);
  }

  private joinBin(bin: i32, mirror: i32, re: usize, im: usize): void {
    const at = (<usize>bin) << 2;
    const mirrorAt = (<usize>mirror) << 2;
    const xr = load<f32>(re + at);
    const xi = load<f32>(im + at);
    const mr = load<f32>(re + mirrorAt);
    const mi = load<f32>(im + mirrorAt);
    const evenRe: f32 = 0.5 * (xr + mr);
    const evenIm: f32 = 0.5 * (xi - mi);
    const turnedRe: f32 = 0.5 * (xr - mr);
    const turnedIm: f32 = 0.5 * (xi + mi);
    const c = load<f32>(this.cosines + at);
    const s = load<f32>(this.sines + at);
    const oddRe = c * turnedRe - s * turnedIm;
    const oddIm = c * turnedIm + s * turnedRe;
    const to = this.work + load<i32>(this.offsets + at);
    const mirrorTo = this.work + load<i32>(this.offsets + mirrorAt);
    store<f32>(to, evenRe - oddIm, 16);
    store<f32>(to, evenIm + oddRe);
    store<f32>(mirrorTo, evenRe + oddIm, 16);
    store<f32>(mirrorTo, oddRe - evenIm);
  }
}
