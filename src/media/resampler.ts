/** Up to here nothing is lost, of the lower rate: 20 kHz at 44.1 kHz. */
const PASS_SHARE = 0.907;
/** Of images and aliases. */
const STOP_DB = 120;
/** Above so many phases the kernel between two of them is interpolated: an error below −120 dB. */
const MOST_PHASES = 1024;

/**
 * Converts between sample rates: each output sample is the input convolved with a Kaiser-windowed sinc around the very
 * place where it lies, flat to 20 kHz, images and aliases below −110 dB. It keeps no state: a sample is the same whatever
 * is converted with it, so that pieces fit together to the last bit and a seek is exact.
 * Its own because of that: libraries stream, and begin anew with another phase where one seeks.
 */
export class Resampler {
  /** Input samples on each side that an output sample is made of. */
  readonly reach: number;
  private readonly up: number;
  private readonly down: number;
  private readonly phases: number;
  /** (phases + 1, 2 · reach) */
  private readonly kernels: Float64Array;

  constructor(inputHz: number, outputHz: number) {
    const divisor = greatestCommonDivisor(inputHz, outputHz);
    this.up = outputHz / divisor;
    this.down = inputHz / divisor;
    this.phases = Math.min(this.up, MOST_PHASES);
    const nyquist = Math.min(inputHz, outputHz) / 2;
    const transition = ((1 - PASS_SHARE) * nyquist) / inputHz;
    this.reach = Math.ceil((STOP_DB - 7.95) / (14.36 * transition) / 2);
    const cutoff = (0.5 * (1 + PASS_SHARE) * nyquist) / inputHz;
    this.kernels = kernelsOf(this.phases, this.reach, cutoff);
  }

  /**
   * Of so many input frames; the nearest whole number: tracks that follow each other do not drift, and where one goes over
   * into the next its phase is off by half an output sample at most. By none at all for cuts on whole frames of a CD, 588
   * samples, which are 640 at 48 kHz.
   */
  outputFrames(inputFrames: number): number {
    return Math.round((inputFrames * this.up) / this.down);
  }

  /** @returns first input frame that the first output frames are made of, and how many; from before 0, perhaps */
  needs(from: number, count: number): readonly [from: number, count: number] {
    const first = Math.floor((from * this.down) / this.up) - this.reach + 1;
    const last = Math.floor(((from + count - 1) * this.down) / this.up) + this.reach;
    return [first, last - first + 1];
  }

  /** @param input what `needs` says of them @param from the first output frame */
  convert(input: Float32Array, from: number, count: number): Float32Array<ArrayBuffer> {
    const { up, down, phases, reach, kernels } = this;
    const taps = 2 * reach;
    const [first] = this.needs(from, count);
    const output = new Float32Array(count);
    for (let n = 0; n < count; n++) {
      const place = (from + n) * down;
      const whole = Math.floor(place / up);
      const phase = ((place - whole * up) * phases) / up;
      const row = Math.floor(phase);
      const start = whole - reach + 1 - first;
      let sum = 0;
      for (let k = 0, c = row * taps; k < taps; k++, c++) sum += input[start + k]! * kernels[c]!;
      const between = phase - row;
      if (between > 0) {
        let next = 0;
        for (let k = 0, c = (row + 1) * taps; k < taps; k++, c++) next += input[start + k]! * kernels[c]!;
        sum += between * (next - sum);
      }
      output[n] = sum;
    }
    return output;
  }
}

/** Each row sums to one: a constant stays itself. @param cutoff of the input rate */
function kernelsOf(phases: number, reach: number, cutoff: number): Float64Array {
  const taps = 2 * reach;
  const kernels = new Float64Array((phases + 1) * taps);
  const beta = 0.1102 * (STOP_DB - 8.7);
  for (let row = 0; row <= phases; row++) {
    const kernel = kernels.subarray(row * taps, (row + 1) * taps);
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      const t = k - reach + 1 - row / phases;
      const window = Math.abs(t) < reach ? besselI0(beta * Math.sqrt(1 - (t / reach) ** 2)) : 0;
      const x = 2 * Math.PI * cutoff * t;
      kernel[k] = window * (x === 0 ? 1 : Math.sin(x) / x);
      sum += kernel[k]!;
    }
    for (let k = 0; k < taps; k++) kernel[k]! /= sum;
  }
  return kernels;
}

/** Modified Bessel function of the first kind, order 0, by its series; converges for every argument. */
function besselI0(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
