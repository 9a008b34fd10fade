import { allocateFloats } from './memory';

// Roots of the transforms. A transform of N points evaluates a polynomial modulo x^N − c at the N-th roots of c, by
// splitting the modulus: x^L − e^{jφ} falls into four factors x^{L/4} − u·{1, −1, j, −j} with u = e^{jφ/4}. With the
// factors numbered in this order, factor t of any level has φ = 2π·rev(t), rev being t's binary digits mirrored at the
// point, whatever the size: one table serves all sizes and all passes. c = 1 (the Fourier transform) starts at factor 0;
// c = j, which multiplies real sequences of 2N samples with a change of sign at the wrap, is factor 2 of the level of four.

/** Cyclic: the discrete Fourier transform (with a positive exponent). */
export const CYCLIC: i32 = 0;
/** Negacyclic: N complex points that stand for 2N real samples. */
export const NEGACYCLIC: i32 = 2;

/** Bytes of a group of four factors: u, u², u³ as vectors re, im. */
const GROUP_BYTES: usize = 96;

let table: usize = 0;
let tableFactors: i32 = 0;

function mirroredDigits(value: i32): f64 {
  let fraction = 0.0;
  let weight = 0.5;
  for (let rest = value; rest > 0; rest >>= 1) {
    if (rest & 1) fraction += weight;
    weight *= 0.5;
  }
  return fraction;
}

/** Makes the table serve transforms of up to `points` points of this kind. */
export function prepareRoots(points: i32, kind: i32): void {
  const factors = max(4, (max(kind, 0) + 1) * (points >> 2));
  if (factors <= tableFactors) return;
  table = allocateFloats(factors * 6);
  tableFactors = factors;
  for (let factor = 0; factor < factors; factor++) {
    const phase = 0.5 * Math.PI * mirroredDigits(factor);
    const address = rootAddress(factor);
    for (let power = 1; power <= 3; power++) {
      const at = address + <usize>(power - 1) * 32;
      store<f32>(at, <f32>Math.cos(phase * power));
      store<f32>(at + 16, <f32>Math.sin(phase * power));
    }
  }
}

/** Address of u.re of a factor; u.im, u².re, u².im, u³.re, u³.im follow every 16 bytes. */
@inline
export function rootAddress(factor: i32): usize {
  return table + <usize>(factor >> 2) * GROUP_BYTES + ((<usize>factor & 3) << 2);
}
