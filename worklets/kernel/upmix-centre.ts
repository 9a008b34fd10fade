import { allocateFloats } from './memory';
import { mulAdd } from './lanes';
import { DirectionsFit } from './upmix-directions';

// The centre of a stereo pair, per time–frequency tile: C = a·L + b·R with real weights that depend on running averages
// of |L|², |R|² and LR*. Arrays of the class hold one Float32 per bin.

export const OFF: i32 = 0;
export const MID_SIDE: i32 = 1;
export const LEAST_CORRELATED: i32 = 2;
export const SIMILARITY: i32 = 3;
export const ADAPTIVE: i32 = 4;

/** Power far below any audible tile: keeps quotients finite and averages out of the denormal range. */
const FLOOR: f32 = 1e-20;

@inline
function splat(value: f32): v128 {
  return f32x4.splat(value);
}

@inline
function clamp(value: v128, low: f32, high: f32): v128 {
  return f32x4.min(f32x4.max(value, splat(low)), splat(high));
}

export class CentreEstimator {
  /** Spectra of the present frame. */
  readonly leftRe: usize;
  readonly leftIm: usize;
  readonly rightRe: usize;
  readonly rightIm: usize;
  private powerLeft: usize;
  private powerRight: usize;
  private crossRe: usize;
  private crossIm: usize;
  private fit: DirectionsFit = new DirectionsFit();
  private bytes: usize;

  /**
   * @param bins a multiple of four; those past the spectrum's end stay zero
   * @param keep weight of the past in the averages, per frame
   */
  constructor(
    bins: i32,
    private keep: f32,
  ) {
    this.bytes = (<usize>bins) << 2;
    this.leftRe = allocateFloats(bins);
    this.leftIm = allocateFloats(bins);
    this.rightRe = allocateFloats(bins);
    this.rightIm = allocateFloats(bins);
    this.powerLeft = allocateFloats(bins);
    this.powerRight = allocateFloats(bins);
    this.crossRe = allocateFloats(bins);
    this.crossIm = allocateFloats(bins);
  }

  reset(): void {
    memory.fill(this.powerLeft, 0, this.bytes);
    memory.fill(this.powerRight, 0, this.bytes);
    memory.fill(this.crossRe, 0, this.bytes);
    memory.fill(this.crossIm, 0, this.bytes);
  }

  /** Takes the present frame into the averages; `from` and `to` are byte offsets, multiples of 16. */
  average(from: usize, to: usize): void {
    const keep = splat(this.keep);
    const take = splat(<f32>1 - this.keep);
    const floor = splat(FLOOR);
    for (let at = from; at < to; at += 16) {
      const lr = v128.load(this.leftRe + at);
      const li = v128.load(this.leftIm + at);
      const rr = v128.load(this.rightRe + at);
      const ri = v128.load(this.rightIm + at);
      const left = mulAdd(li, li, f32x4.mul(lr, lr));
      const right = mulAdd(ri, ri, f32x4.mul(rr, rr));
      const re = mulAdd(li, ri, f32x4.mul(lr, rr));
      const im = f32x4.sub(f32x4.mul(li, rr), f32x4.mul(lr, ri));
      this.follow(this.powerLeft + at, f32x4.add(left, floor), keep, take);
      this.follow(this.powerRight + at, f32x4.add(right, floor), keep, take);
      this.follow(this.crossRe + at, re, keep, take);
      this.follow(this.crossIm + at, im, keep, take);
    }
  }

  @inline
  private follow(address: usize, value: v128, keep: v128, take: v128): void {
    const next = mulAdd(keep, v128.load(address), f32x4.mul(take, value));
    // A decaying product would end in denormals.
    v128.store(address, v128.and(next, f32x4.gt(f32x4.abs(next), splat(<f32>1e-30))));
  }

  /** The centre's spectrum by one kind, between two byte offsets. */
  estimate(kind: i32, from: usize, to: usize, toRe: usize, toIm: usize): void {
    if (kind == ADAPTIVE) {
      const reach = this.fit.reach;
      for (let at = from; at < to; at += reach) this.estimateAdaptive(at, min(to, at + reach), toRe, toIm);
      return;
    }
    for (let at = from; at < to; at += 16) {
      const left = v128.load(this.powerLeft + at);
      const right = v128.load(this.powerRight + at);
      const crossRe = v128.load(this.crossRe + at);
      let a: v128;
      let b: v128;
      if (kind == LEAST_CORRELATED) {
        const w = leastCorrelatedBalance(left, right, crossRe);
        a = f32x4.mul(splat(0.5), f32x4.sub(splat(1), w));
        b = f32x4.sub(splat(1), a);
      } else {
        a = similarityWeight(totalOf(left, right), crossRe, v128.load(this.crossIm + at));
        b = a;
      }
      this.mix(at, a, b, toRe, toIm);
    }
  }

  private estimateAdaptive(from: usize, to: usize, toRe: usize, toIm: usize): void {
    const fit = this.fit;
    for (let at = from; at < to; at += 16) {
      const left = v128.load(this.powerLeft + at);
      const right = v128.load(this.powerRight + at);
      const share = f32x4.div(splat(1), totalOf(left, right));
      const crossRe = v128.load(this.crossRe + at);
      fit.put(at - from, f32x4.mul(left, share), f32x4.mul(right, share), f32x4.mul(crossRe, share));
    }
    fit.run(to - from);
    for (let at = from; at < to; at += 16) {
      const weights = fit.weights + (at - from);
      this.mix(at, v128.load(weights), v128.load(weights + fit.reach), toRe, toIm);
    }
  }

  @inline
  private mix(at: usize, a: v128, b: v128, toRe: usize, toIm: usize): void {
    v128.store(toRe + at, mulAdd(b, v128.load(this.rightRe + at), f32x4.mul(a, v128.load(this.leftRe + at))));
    v128.store(toIm + at, mulAdd(b, v128.load(this.rightIm + at), f32x4.mul(a, v128.load(this.leftIm + at))));
  }
}

@inline
function totalOf(left: v128, right: v128): v128 {
  return f32x4.add(f32x4.add(left, right), splat(FLOOR));
}

/** w of C = ½(M − wS): the one that leaves C uncorrelated with S = L − R, between −1 (C = L) and 1 (C = R). */
@inline
function leastCorrelatedBalance(left: v128, right: v128, crossRe: v128): v128 {
  const side = f32x4.sub(f32x4.add(left, right), f32x4.mul(splat(2), crossRe));
  return clamp(f32x4.div(f32x4.sub(left, right), f32x4.max(side, splat(FLOOR))), -1, 1);
}

/** ½ψ⁴, ψ the similarity 2|⟨LR*⟩| / (⟨|L|²⟩ + ⟨|R|²⟩). */
@inline
function similarityWeight(total: v128, crossRe: v128, crossIm: v128): v128 {
  const re = f32x4.div(crossRe, total);
  const im = f32x4.div(crossIm, total);
  const square = f32x4.mul(splat(4), mulAdd(im, im, f32x4.mul(re, re)));
  return f32x4.mul(splat(0.5), f32x4.mul(square, square));
}
