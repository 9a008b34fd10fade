import { ComplexFft, RealFft } from './spectrum';
import { allocateFloats } from './memory';

// The natural-order transforms on their own, for tests and for whoever needs a spectrum outside the audio thread.

let real: RealFft | null = null;
let complex: ComplexFft | null = null;
let planes: usize = 0;

/** Makes room for transforms of `size` samples; returns three consecutive planes of `size` floats: samples, re, im. */
export function spectrumConfigure(size: i32): usize {
  real = new RealFft(size);
  complex = new ComplexFft(size);
  planes = allocateFloats(3 * size + 8);
  return planes;
}

function plane(index: i32, size: i32): usize {
  // The second plane of a real transform holds size / 2 + 1 bins and stays within its own `size` floats.
  return planes + ((<usize>index * <usize>size) << 2);
}

export function spectrumForward(): void {
  const size = real!.size;
  real!.forward(plane(0, size), plane(1, size), plane(2, size));
}

export function spectrumInverse(): void {
  const size = real!.size;
  real!.inverse(plane(1, size), plane(2, size), plane(0, size));
}

export function spectrumComplexForward(): void {
  const size = complex!.size;
  complex!.forward(plane(1, size), plane(2, size), plane(1, size), plane(2, size));
}

export function spectrumComplexInverse(): void {
  const size = complex!.size;
  complex!.inverse(plane(1, size), plane(2, size), plane(1, size), plane(2, size));
}
