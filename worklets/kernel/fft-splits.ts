import { rootAddress } from './fft-roots';
import { mulAdd, mulSubtract } from './lanes';

// Passes that split every block of points into two or four, and the ones that join them again.

export function forwardHalves(data: usize, points: i32, kind: i32): void {
  splitHalves(data, data + 16, 32, data, points, kind);
}

/** Real parts from `re`, imaginary ones from `im`, a vector every `step` bytes. */
@inline
export function splitHalves(re: usize, im: usize, step: usize, data: usize, points: i32, kind: i32): void {
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

export function inverseHalves(data: usize, points: i32, kind: i32): void {
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

/** The last pass back, imaginary parts alone. */
export function joinHalvesImaginary(data: usize, samples: usize, points: i32, kind: i32): void {
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

export function forwardQuarters(data: usize, points: i32, kind: i32, length: i32): void {
  const blocks = points / length;
  const quarter = <usize>length << 1;
  for (let block = 0; block < blocks; block++) {
    const at = data + <usize>block * 4 * quarter;
    splitQuarters(at, at + 16, 32, at, quarter, rootAddress(kind * blocks + block));
  }
}

/** One block of four quarters of `quarter` bytes; real parts from `re`, imaginary ones from `im`, every `step` bytes. */
@inline
export function splitQuarters(
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

export function inverseQuarters(data: usize, points: i32, kind: i32, length: i32): void {
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

/** The last pass back, imaginary parts alone. */
export function joinQuartersImaginary(data: usize, samples: usize, points: i32, kind: i32): void {
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
