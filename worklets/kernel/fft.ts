import { CYCLIC, prepareRoots, rootAddress } from './fft-roots';
import { interleaveHigh, interleaveLow, joinHigh, joinLow, mulAdd, mulSubtract } from './lanes';

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

function forwardHalves(data: usize, points: i32, kind: i32): void {
  splitHalves(data, data + 16, 32, data, points, kind);
}

/** Real parts from `re`, imaginary ones from `im`, a vector every `step` bytes. */
@inline
function splitHalves(re: usize, im: usize, step: usize, data: usize, points: i32, kind: i32): void {
  const root = rootAddress(kind);
  const ur = v128.load32_splat(root, 32);
  const ui = v128.load32_splat(root, 48);
  const half = <usize>points << 2;
  const sourceHalf = (<usize>points >> 3) * step;
  const end = data + half;
  for (let at = data; at < end; at += 32, re += step, im += step) {
    const ar = v128.load(re);
    const ai = v128.load(im);
    const xr = v128.load(re + sourceHalf);
    const xi = v128.load(im + sourceHalf);
    const br = mulSubtract(ui, xi, f32x4.mul(ur, xr));
    const bi = mulAdd(ui, xr, f32x4.mul(ur, xi));
    v128.store(at, f32x4.add(ar, br));
    v128.store(at, f32x4.add(ai, bi), 16);
    v128.store(at + half, f32x4.sub(ar, br));
    v128.store(at + half, f32x4.sub(ai, bi), 16);
  }
}

function inverseHalves(data: usize, points: i32, kind: i32): void {
  const root = rootAddress(kind);
  const ur = v128.load32_splat(root, 32);
  const ui = v128.load32_splat(root, 48);
  const half = <usize>points << 2;
  const end = data + half;
  for (let at = data; at < end; at += 32) {
    const ar = v128.load(at);
    const ai = v128.load(at, 16);
    const xr = v128.load(at + half);
    const xi = v128.load(at + half, 16);
    const br = f32x4.sub(ar, xr);
    const bi = f32x4.sub(ai, xi);
    v128.store(at, f32x4.add(ar, xr));
    v128.store(at, f32x4.add(ai, xi), 16);
    v128.store(at + half, mulAdd(ui, bi, f32x4.mul(ur, br)));
    v128.store(at + half, mulSubtract(ui, br, f32x4.mul(ur, bi)), 16);
  }
}

function joinHalvesImaginary(data: usize, samples: usize, points: i32, kind: i32): void {
  const root = rootAddress(kind);
  const ur = v128.load32_splat(root, 32);
  const ui = v128.load32_splat(root, 48);
  const half = <usize>points << 2;
  const samplesHalf = <usize>points << 1;
  const end = data + half;
  for (let at = data; at < end; at += 32, samples += 16) {
    const ai = v128.load(at, 16);
    const xi = v128.load(at + half, 16);
    const br = f32x4.sub(v128.load(at), v128.load(at + half));
    v128.store(samples, f32x4.add(ai, xi));
    v128.store(samples + samplesHalf, mulSubtract(ui, br, f32x4.mul(ur, f32x4.sub(ai, xi))));
  }
}

function forwardQuarters(data: usize, points: i32, kind: i32, length: i32): void {
  const blocks = points / length;
  const quarter = <usize>length << 1;
  for (let block = 0; block < blocks; block++) {
    const at = data + <usize>block * 4 * quarter;
    splitQuarters(at, at + 16, 32, at, quarter, rootAddress(kind * blocks + block));
  }
}

/** One block of four quarters of `quarter` bytes; real parts from `re`, imaginary ones from `im`, every `step` bytes. */
@inline
function splitQuarters(
  re: usize,
  im: usize,
  step: usize,
  data: usize,
  quarter: usize,
  root: usize,
): void {
  const ur = v128.load32_splat(root);
  const ui = v128.load32_splat(root, 16);
  const vr = v128.load32_splat(root, 32);
  const vi = v128.load32_splat(root, 48);
  const wr = v128.load32_splat(root, 64);
  const wi = v128.load32_splat(root, 80);
  const sourceQuarter = (quarter >> 5) * step;
  const end = data + quarter;
  for (let at = data; at < end; at += 32, re += step, im += step) {
    const at1 = at + quarter;
    const at2 = at1 + quarter;
    const at3 = at2 + quarter;
    let xr = v128.load(re + sourceQuarter);
    let xi = v128.load(im + sourceQuarter);
    const br = mulSubtract(ui, xi, f32x4.mul(ur, xr));
    const bi = mulAdd(ui, xr, f32x4.mul(ur, xi));
    xr = v128.load(re + 3 * sourceQuarter);
    xi = v128.load(im + 3 * sourceQuarter);
    const dr = mulSubtract(wi, xi, f32x4.mul(wr, xr));
    const di = mulAdd(wi, xr, f32x4.mul(wr, xi));
    const sr = f32x4.add(br, dr);
    const si = f32x4.add(bi, di);
    const tr = f32x4.sub(br, dr);
    const ti = f32x4.sub(bi, di);
    xr = v128.load(re + 2 * sourceQuarter);
    xi = v128.load(im + 2 * sourceQuarter);
    const cr = mulSubtract(vi, xi, f32x4.mul(vr, xr));
    const ci = mulAdd(vi, xr, f32x4.mul(vr, xi));
    xr = v128.load(re);
    xi = v128.load(im);
    const pr = f32x4.add(xr, cr);
    const pi = f32x4.add(xi, ci);
    const qr = f32x4.sub(xr, cr);
    const qi = f32x4.sub(xi, ci);
    v128.store(at, f32x4.add(pr, sr));
    v128.store(at, f32x4.add(pi, si), 16);
    v128.store(at1, f32x4.sub(pr, sr));
    v128.store(at1, f32x4.sub(pi, si), 16);
    v128.store(at2, f32x4.sub(qr, ti));
    v128.store(at2, f32x4.add(qi, tr), 16);
    v128.store(at3, f32x4.add(qr, ti));
    v128.store(at3, f32x4.sub(qi, tr), 16);
  }
}

function inverseQuarters(data: usize, points: i32, kind: i32, length: i32): void {
  const blocks = points / length;
  const quarter = <usize>length << 1;
  let at = data;
  for (let block = 0; block < blocks; block++) {
    const root = rootAddress(kind * blocks + block);
    const ur = v128.load32_splat(root);
    const ui = v128.load32_splat(root, 16);
    const vr = v128.load32_splat(root, 32);
    const vi = v128.load32_splat(root, 48);
    const wr = v128.load32_splat(root, 64);
    const wi = v128.load32_splat(root, 80);
    const end = at + quarter;
    for (; at < end; at += 32) {
      const at1 = at + quarter;
      const at2 = at1 + quarter;
      const at3 = at2 + quarter;
      let xr = v128.load(at);
      let xi = v128.load(at, 16);
      let yr = v128.load(at1);
      let yi = v128.load(at1, 16);
      const pr = f32x4.add(xr, yr);
      const pi = f32x4.add(xi, yi);
      const qr = f32x4.sub(xr, yr);
      const qi = f32x4.sub(xi, yi);
      xr = v128.load(at2);
      xi = v128.load(at2, 16);
      yr = v128.load(at3);
      yi = v128.load(at3, 16);
      const sr = f32x4.add(xr, yr);
      const si = f32x4.add(xi, yi);
      const tr = f32x4.sub(xr, yr);
      const ti = f32x4.sub(xi, yi);
      v128.store(at, f32x4.add(pr, sr));
      v128.store(at, f32x4.add(pi, si), 16);
      xr = f32x4.add(qr, ti);
      xi = f32x4.sub(qi, tr);
      v128.store(at1, mulAdd(ui, xi, f32x4.mul(ur, xr)));
      v128.store(at1, mulSubtract(ui, xr, f32x4.mul(ur, xi)), 16);
      xr = f32x4.sub(pr, sr);
      xi = f32x4.sub(pi, si);
      v128.store(at2, mulAdd(vi, xi, f32x4.mul(vr, xr)));
      v128.store(at2, mulSubtract(vi, xr, f32x4.mul(vr, xi)), 16);
      xr = f32x4.sub(qr, ti);
      xi = f32x4.add(qi, tr);
      v128.store(at3, mulAdd(wi, xi, f32x4.mul(wr, xr)));
      v128.store(at3, mulSubtract(wi, xr, f32x4.mul(wr, xi)), 16);
    }
    at = end + 3 * quarter;
  }
}

function joinQuartersImaginary(data: usize, samples: usize, points: i32, kind: i32): void {
  const root = rootAddress(kind);
  const ur = v128.load32_splat(root);
  const ui = v128.load32_splat(root, 16);
  const vr = v128.load32_splat(root, 32);
  const vi = v128.load32_splat(root, 48);
  const wr = v128.load32_splat(root, 64);
  const wi = v128.load32_splat(root, 80);
  const quarter = <usize>points << 1;
  const samplesQuarter = <usize>points;
  const end = data + quarter;
  for (let at = data; at < end; at += 32, samples += 16) {
    const at1 = at + quarter;
    const at2 = at1 + quarter;
    const at3 = at2 + quarter;
    let xr = v128.load(at);
    let xi = v128.load(at, 16);
    let yr = v128.load(at1);
    let yi = v128.load(at1, 16);
    const pr = f32x4.add(xr, yr);
    const pi = f32x4.add(xi, yi);
    const qr = f32x4.sub(xr, yr);
    const qi = f32x4.sub(xi, yi);
    xr = v128.load(at2);
    xi = v128.load(at2, 16);
    yr = v128.load(at3);
    yi = v128.load(at3, 16);
    const sr = f32x4.add(xr, yr);
    const si = f32x4.add(xi, yi);
    const tr = f32x4.sub(xr, yr);
    const ti = f32x4.sub(xi, yi);
    v128.store(samples, f32x4.add(pi, si));
    const im1 = mulSubtract(ui, f32x4.add(qr, ti), f32x4.mul(ur, f32x4.sub(qi, tr)));
    v128.store(samples + samplesQuarter, im1);
    const im2 = mulSubtract(vi, f32x4.sub(pr, sr), f32x4.mul(vr, f32x4.sub(pi, si)));
    v128.store(samples + 2 * samplesQuarter, im2);
    const im3 = mulSubtract(wi, f32x4.sub(qr, ti), f32x4.mul(wr, f32x4.add(qi, tr)));
    v128.store(samples + 3 * samplesQuarter, im3);
  }
}

/** The last two splits of 16 neighbouring points at once, with a transposition between them. */
function forwardChunks(data: usize, points: i32, kind: i32): void {
  const chunks = points >> 4;
  let at = data;
  for (let chunk = 0; chunk < chunks; chunk++, at += 128) {
    const factor = kind * chunks + chunk;
    let root = rootAddress(factor);
    let ur = v128.load32_splat(root);
    let ui = v128.load32_splat(root, 16);
    let xr = v128.load(at, 32);
    let xi = v128.load(at, 48);
    let br = mulSubtract(ui, xi, f32x4.mul(ur, xr));
    let bi = mulAdd(ui, xr, f32x4.mul(ur, xi));
    ur = v128.load32_splat(root, 64);
    ui = v128.load32_splat(root, 80);
    xr = v128.load(at, 96);
    xi = v128.load(at, 112);
    let dr = mulSubtract(ui, xi, f32x4.mul(ur, xr));
    let di = mulAdd(ui, xr, f32x4.mul(ur, xi));
    let sr = f32x4.add(br, dr);
    let si = f32x4.add(bi, di);
    let tr = f32x4.sub(br, dr);
    let ti = f32x4.sub(bi, di);
    ur = v128.load32_splat(root, 32);
    ui = v128.load32_splat(root, 48);
    xr = v128.load(at, 64);
    xi = v128.load(at, 80);
    let cr = mulSubtract(ui, xi, f32x4.mul(ur, xr));
    let ci = mulAdd(ui, xr, f32x4.mul(ur, xi));
    xr = v128.load(at);
    xi = v128.load(at, 16);
    let pr = f32x4.add(xr, cr);
    let pi = f32x4.add(xi, ci);
    let qr = f32x4.sub(xr, cr);
    let qi = f32x4.sub(xi, ci);

    let ar = f32x4.add(pr, sr);
    br = f32x4.sub(pr, sr);
    cr = f32x4.sub(qr, ti);
    dr = f32x4.add(qr, ti);
    let ai = f32x4.add(pi, si);
    bi = f32x4.sub(pi, si);
    ci = f32x4.add(qi, tr);
    di = f32x4.sub(qi, tr);

    pr = interleaveLow(ar, br);
    qr = interleaveHigh(ar, br);
    sr = interleaveLow(cr, dr);
    tr = interleaveHigh(cr, dr);
    ar = joinLow(pr, sr);
    br = joinHigh(pr, sr);
    cr = joinLow(qr, tr);
    dr = joinHigh(qr, tr);
    pi = interleaveLow(ai, bi);
    qi = interleaveHigh(ai, bi);
    si = interleaveLow(ci, di);
    ti = interleaveHigh(ci, di);
    ai = joinLow(pi, si);
    bi = joinHigh(pi, si);
    ci = joinLow(qi, ti);
    di = joinHigh(qi, ti);

    root = rootAddress(factor << 2);
    ur = v128.load(root);
    ui = v128.load(root, 16);
    xr = mulSubtract(ui, bi, f32x4.mul(ur, br));
    xi = mulAdd(ui, br, f32x4.mul(ur, bi));
    ur = v128.load(root, 64);
    ui = v128.load(root, 80);
    br = mulSubtract(ui, di, f32x4.mul(ur, dr));
    bi = mulAdd(ui, dr, f32x4.mul(ur, di));
    sr = f32x4.add(xr, br);
    si = f32x4.add(xi, bi);
    tr = f32x4.sub(xr, br);
    ti = f32x4.sub(xi, bi);
    ur = v128.load(root, 32);
    ui = v128.load(root, 48);
    xr = mulSubtract(ui, ci, f32x4.mul(ur, cr));
    xi = mulAdd(ui, cr, f32x4.mul(ur, ci));
    pr = f32x4.add(ar, xr);
    pi = f32x4.add(ai, xi);
    qr = f32x4.sub(ar, xr);
    qi = f32x4.sub(ai, xi);
    v128.store(at, f32x4.add(pr, sr));
    v128.store(at, f32x4.add(pi, si), 16);
    v128.store(at, f32x4.sub(pr, sr), 32);
    v128.store(at, f32x4.sub(pi, si), 48);
    v128.store(at, f32x4.sub(qr, ti), 64);
    v128.store(at, f32x4.add(qi, tr), 80);
    v128.store(at, f32x4.add(qr, ti), 96);
    v128.store(at, f32x4.sub(qi, tr), 112);
  }
}

function inverseChunks(data: usize, points: i32, kind: i32): void {
  const chunks = points >> 4;
  let at = data;
  for (let chunk = 0; chunk < chunks; chunk++, at += 128) {
    const factor = kind * chunks + chunk;
    let root = rootAddress(factor << 2);
    let xr = v128.load(at);
    let xi = v128.load(at, 16);
    let yr = v128.load(at, 32);
    let yi = v128.load(at, 48);
    let pr = f32x4.add(xr, yr);
    let pi = f32x4.add(xi, yi);
    let qr = f32x4.sub(xr, yr);
    let qi = f32x4.sub(xi, yi);
    xr = v128.load(at, 64);
    xi = v128.load(at, 80);
    yr = v128.load(at, 96);
    yi = v128.load(at, 112);
    let sr = f32x4.add(xr, yr);
    let si = f32x4.add(xi, yi);
    let tr = f32x4.sub(xr, yr);
    let ti = f32x4.sub(xi, yi);
    let ar = f32x4.add(pr, sr);
    let ai = f32x4.add(pi, si);
    let ur = v128.load(root);
    let ui = v128.load(root, 16);
    xr = f32x4.add(qr, ti);
    xi = f32x4.sub(qi, tr);
    let br = mulAdd(ui, xi, f32x4.mul(ur, xr));
    let bi = mulSubtract(ui, xr, f32x4.mul(ur, xi));
    ur = v128.load(root, 32);
    ui = v128.load(root, 48);
    xr = f32x4.sub(pr, sr);
    xi = f32x4.sub(pi, si);
    let cr = mulAdd(ui, xi, f32x4.mul(ur, xr));
    let ci = mulSubtract(ui, xr, f32x4.mul(ur, xi));
    ur = v128.load(root, 64);
    ui = v128.load(root, 80);
    xr = f32x4.sub(qr, ti);
    xi = f32x4.add(qi, tr);
    let dr = mulAdd(ui, xi, f32x4.mul(ur, xr));
    let di = mulSubtract(ui, xr, f32x4.mul(ur, xi));

    pr = interleaveLow(ar, br);
    qr = interleaveHigh(ar, br);
    sr = interleaveLow(cr, dr);
    tr = interleaveHigh(cr, dr);
    ar = joinLow(pr, sr);
    br = joinHigh(pr, sr);
    cr = joinLow(qr, tr);
    dr = joinHigh(qr, tr);
    pi = interleaveLow(ai, bi);
    qi = interleaveHigh(ai, bi);
    si = interleaveLow(ci, di);
    ti = interleaveHigh(ci, di);
    ai = joinLow(pi, si);
    bi = joinHigh(pi, si);
    ci = joinLow(qi, ti);
    di = joinHigh(qi, ti);

    root = rootAddress(factor);
    pr = f32x4.add(ar, br);
    pi = f32x4.add(ai, bi);
    qr = f32x4.sub(ar, br);
    qi = f32x4.sub(ai, bi);
    sr = f32x4.add(cr, dr);
    si = f32x4.add(ci, di);
    tr = f32x4.sub(cr, dr);
    ti = f32x4.sub(ci, di);
    v128.store(at, f32x4.add(pr, sr));
    v128.store(at, f32x4.add(pi, si), 16);
    ur = v128.load32_splat(root);
    ui = v128.load32_splat(root, 16);
    xr = f32x4.add(qr, ti);
    xi = f32x4.sub(qi, tr);
    v128.store(at, mulAdd(ui, xi, f32x4.mul(ur, xr)), 32);
    v128.store(at, mulSubtract(ui, xr, f32x4.mul(ur, xi)), 48);
    ur = v128.load32_splat(root, 32);
    ui = v128.load32_splat(root, 48);
    xr = f32x4.sub(pr, sr);
    xi = f32x4.sub(pi, si);
    v128.store(at, mulAdd(ui, xi, f32x4.mul(ur, xr)), 64);
    v128.store(at, mulSubtract(ui, xr, f32x4.mul(ur, xi)), 80);
    ur = v128.load32_splat(root, 64);
    ui = v128.load32_splat(root, 80);
    xr = f32x4.sub(qr, ti);
    xi = f32x4.add(qi, tr);
    v128.store(at, mulAdd(ui, xi, f32x4.mul(ur, xr)), 96);
    v128.store(at, mulSubtract(ui, xr, f32x4.mul(ur, xi)), 112);
  }
}
