import { forwardChunks, inverseChunks } from './fft-chunks';
import { rootAddress } from './fft-roots';
import {
  forwardHalves,
  forwardQuarters,
  inverseHalves,
  inverseQuarters,
  joinHalvesImaginary,
  joinQuartersImaginary,
  splitHalves,
  splitQuarters,
} from './fft-splits';

// In-place transforms of N = 16 … 65,536 complex points (a power of two), four at a time.
//
// Layout: points 4m … 4m+3 are one vector of real parts followed by one of imaginary parts, 32 bytes.
// `forward` takes points in natural order and leaves bins in the transform's own order; `inverse` goes back and
// multiplies by N. A convolution needs no other order; `binOffset` says where a bin of the cyclic transform lies.
// The passes can be run one by one, so that a long transform can be spread over time. Two of them exist in a second form
// that saves a way through memory: `loadingPass` is the first forward one on separate real and imaginary parts,
// `unloadingPass` the last inverse one that keeps the imaginary parts alone.

/** Passes of one transform over its data. */
export function passCount(points: i32): i32 {
  const log2 = 31 - clz(points);
  return (log2 - 4 + 1) / 2 + 1;
}

/** Number of points that the transform's pass splits into four (or two, first, where the logarithm is odd). */
@inline
function passLength(points: i32, pass: i32): i32 {
  const odd = (31 - clz(points)) & 1;
  return pass == 0 ? points : points >> (2 * pass - odd);
}

export function forwardPass(data: usize, points: i32, kind: i32, pass: i32): void {
  const length = passLength(points, pass);
  if (length == 16) forwardChunks(data, points, kind);
  else if (pass == 0 && (31 - clz(points)) & 1) forwardHalves(data, points, kind);
  else forwardQuarters(data, points, kind, length);
}

export function inversePass(data: usize, points: i32, kind: i32, pass: i32): void {
  const mirrored = passCount(points) - 1 - pass;
  const length = passLength(points, mirrored);
  if (length == 16) inverseChunks(data, points, kind);
  else if (mirrored == 0 && (31 - clz(points)) & 1) inverseHalves(data, points, kind);
  else inverseQuarters(data, points, kind, length);
}

/** The first forward pass from `points` real and as many imaginary parts, each in a row of their own. From 32 points. */
export function loadingPass(re: usize, im: usize, data: usize, points: i32, kind: i32): void {
  if ((31 - clz(points)) & 1) splitHalves(re, im, 16, data, points, kind);
  else splitQuarters(re, im, 16, data, <usize>points << 1, rootAddress(kind));
}

/** The last inverse pass, of which only the imaginary parts are kept, in a row. From 32 points. */
export function unloadingPass(data: usize, samples: usize, points: i32, kind: i32): void {
  if ((31 - clz(points)) & 1) joinHalvesImaginary(data, samples, points, kind);
  else joinQuartersImaginary(data, samples, points, kind);
}

/** Natural order → own order. `kind` is CYCLIC or NEGACYCLIC; the roots must have been prepared. */
export function forward(data: usize, points: i32, kind: i32): void {
  const passes = passCount(points);
  for (let pass = 0; pass < passes; pass++) forwardPass(data, points, kind, pass);
}

/** Own order → natural order, times N. */
export function inverse(data: usize, points: i32, kind: i32): void {
  const passes = passCount(points);
  for (let pass = 0; pass < passes; pass++) inversePass(data, points, kind, pass);
}

/** Bytes from the start of transformed data to the real part of a bin; its imaginary part is 16 bytes on. */
export function binOffset(bin: i32, points: i32): i32 {
  const bits = 31 - clz(points);
  let index = 0;
  for (let bit = 0; bit < bits; bit++) index |= ((bin >> bit) & 1) << (bits - 1 - bit);
  // The last pass leaves its four results per factor in four vectors, the factor being the lane.
  const chunk = index >> 4;
  const lane = (index >> 2) & 3;
  return ((chunk * 4 + (index & 3)) << 5) + (lane << 2);
}
