import { forward } from './fft';
import { NEGACYCLIC, prepareRoots } from './fft-roots';
import { allocateFloats } from './memory';

// Spectra of filter partitions, made off the audio thread in the order in which the matrix reads them.

/** Below this a bin is set to 0 (−280 dB): its products with the faintest input would be denormal. */
const SMALLEST: f32 = 1e-14;

let taps: usize = 0;
let spectrum: usize = 0;

/** Makes room for one filter of `tapCount` taps and partitions of up to `longestBlock`; returns where the taps go. */
export function filtersConfigure(tapCount: i32, longestBlock: i32): usize {
  prepareRoots(longestBlock, NEGACYCLIC);
  taps = allocateFloats(tapCount + longestBlock);
  spectrum = allocateFloats(2 * longestBlock);
  return taps;
}

/** Where `filtersTransform` leaves its bins: cells of four real and four imaginary parts. */
export function filtersSpectrum(): usize {
  return spectrum;
}

/** Transforms taps `from` … `from + block`, divided by the gain of a transform and its inverse. */
export function filtersTransform(from: i32, block: i32): void {
  const source = taps + (<usize>from << 2);
  const scale = f32x4.splat(<f32>1 / <f32>block);
  const bytes = <usize>block << 2;
  let to = spectrum;
  for (let at: usize = 0; at < bytes; at += 16, to += 32) {
    v128.store(to, f32x4.mul(scale, v128.load(source + at)));
    v128.store(to, f32x4.splat(0), 16);
  }
  forward(spectrum, block, NEGACYCLIC);
  const smallest = f32x4.splat(SMALLEST);
  const end = spectrum + (<usize>block << 3);
  for (let at = spectrum; at < end; at += 16) {
    const x = v128.load(at);
    v128.store(at, v128.and(x, f32x4.ge(f32x4.abs(x), smallest)));
  }
}
