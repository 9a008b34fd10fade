/** A complex FFT of one length, in place, Float64. */
export interface FftPlan {
  readonly length: number;
  /** X[k] = Σ x[t] e^{−j2πkt/length}; both planes are overwritten. */
  forward(re: Float64Array, im: Float64Array): void;
  /** x[t] = Σ X[k] e^{+j2πkt/length}, not divided by the length. */
  inverse(re: Float64Array, im: Float64Array): void;
}

const plans = new Map<number, FftPlan>();

/**
 * The plan for a length; twiddles and bit order are made once and kept.
 * Decimation in time, two stages in one pass (radix 4): exact to about 1e−15·log₂(length) relative.
 * @param length a power of two
 */
export function fftPlan(length: number): FftPlan {
  let plan = plans.get(length);
  if (!plan) {
    plan = createPlan(length);
    plans.set(length, plan);
  }
  return plan;
}

function createPlan(length: number): FftPlan {
  const order = bitOrder(length);
  const passes = passesOf(length);
  const forward = (re: Float64Array, im: Float64Array): void => {
    permute(order, re, im);
    if (passes.startsWithPairs) pairs(re, im);
    for (const { quarter, twiddles } of passes.fours) fours(quarter, twiddles, re, im);
  };
  // Swapping the planes turns the transform into its conjugate.
  return { length, forward, inverse: (re, im) => forward(im, re) };
}

/** Two stages in one: transforms of `quarter` points become transforms of four times as many. */
interface Pass {
  readonly quarter: number;
  /** For each point the cosine and −sine of the first stage, then those of the second. */
  readonly twiddles: Float64Array;
}

/** The stages of a transform: one of pairs where their number is odd, the others two by two. */
function passesOf(length: number): { readonly startsWithPairs: boolean; readonly fours: readonly Pass[] } {
  const startsWithPairs = Math.log2(length) % 2 === 1;
  const fours: Pass[] = [];
  for (let quarter = startsWithPairs ? 2 : 1; quarter < length; quarter *= 4) {
    const twiddles = new Float64Array(4 * quarter);
    for (let k = 0; k < quarter; k++) {
      const angle = (Math.PI * k) / (2 * quarter);
      twiddles.set([Math.cos(2 * angle), -Math.sin(2 * angle), Math.cos(angle), -Math.sin(angle)], 4 * k);
    }
    fours.push({ quarter, twiddles });
  }
  return { startsWithPairs, fours };
}

function bitOrder(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 1, bits = Math.log2(length); i < length; i++) {
    order[i] = (order[i >> 1]! >> 1) | ((i & 1) << (bits - 1));
  }
  return order;
}

function permute(order: Uint32Array, re: Float64Array, im: Float64Array): void {
  for (let i = 0; i < order.length; i++) {
    const j = order[i]!;
    if (j <= i) continue;
    const x = re[i]!;
    const y = im[i]!;
    re[i] = re[j]!;
    im[i] = im[j]!;
    re[j] = x;
    im[j] = y;
  }
}

/** The first stage: its twiddles are 1. */
function pairs(re: Float64Array, im: Float64Array): void {
  for (let at = 0; at < re.length; at += 2) {
    const x = re[at + 1]!;
    const y = im[at + 1]!;
    re[at + 1] = re[at]! - x;
    im[at + 1] = im[at]! - y;
    re[at] = re[at]! + x;
    im[at] = im[at]! + y;
  }
}

function fours(quarter: number, twiddles: Float64Array, re: Float64Array, im: Float64Array): void {
  for (let start = 0; start < re.length; start += 4 * quarter) {
    for (let k = 0; k < quarter; k++) {
      const c1 = twiddles[4 * k]!;
      const s1 = twiddles[4 * k + 1]!;
      const c2 = twiddles[4 * k + 2]!;
      const s2 = twiddles[4 * k + 3]!;
      const a = start + k;
      const b = a + quarter;
      const c = b + quarter;
      const d = c + quarter;
      const bRe = re[b]! * c1 - im[b]! * s1;
      const bIm = re[b]! * s1 + im[b]! * c1;
      const dRe = re[d]! * c1 - im[d]! * s1;
      const dIm = re[d]! * s1 + im[d]! * c1;
      const evenRe = re[c]! + dRe;
      const evenIm = im[c]! + dIm;
      const oddRe = re[c]! - dRe;
      const oddIm = im[c]! - dIm;
      const sumRe = evenRe * c2 - evenIm * s2;
      const sumIm = evenRe * s2 + evenIm * c2;
      // A quarter turn further on: times −j.
      const differenceRe = oddRe * s2 + oddIm * c2;
      const differenceIm = oddIm * s2 - oddRe * c2;
      const aRe = re[a]!;
      const aIm = im[a]!;
      re[a] = aRe + bRe + sumRe;
      im[a] = aIm + bIm + sumIm;
      re[b] = aRe - bRe + differenceRe;
      im[b] = aIm - bIm + differenceIm;
      re[c] = aRe + bRe - sumRe;
      im[c] = aIm + bIm - sumIm;
      re[d] = aRe - bRe - differenceRe;
      im[d] = aIm - bIm - differenceIm;
    }
  }
}
