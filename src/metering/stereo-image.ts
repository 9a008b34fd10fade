import { STEP_SECONDS, type MeterPart } from './meter-part.ts';
import { RecentValues } from './recent-values.ts';

const CORRELATION_SECONDS = 0.3;
const CORRELATION_STEPS = Math.round(CORRELATION_SECONDS / STEP_SECONDS);
/** Energy of a step at about −150 dB: a side fainter than this is silent, and nothing can be said of its phase. */
const FAINTEST_ENERGY = 1e-12;

/** Points of the trace per second, about: fine enough for a picture. */
const TRACE_RATE_HZ = 24_000;

/** What the first two channels have in common: correlation over 300 ms, and the samples that draw a goniometer. */
export class StereoImage implements MeterPart {
  /** Σlr/√(Σl²Σr²), −1…1, in its one element; 0 where a side is silent. */
  readonly correlation = new Float64Array(1);
  /** Σl², Σr², Σlr of the step under way. */
  readonly #products = new Float64Array(3);
  readonly #means = new Float64Array(3);
  readonly #recent = new RecentValues(3, CORRELATION_STEPS);
  readonly #trace: Float32Array;
  readonly #stride: number;
  /** Of the trace's next point. */
  #at = 0;
  #untilPoint = 0;

  /** @param tracePoints how many of the newest are kept */
  constructor(sampleRateHz: number, tracePoints: number) {
    this.#trace = new Float32Array(2 * tracePoints);
    this.#stride = Math.max(1, Math.round(sampleRateHz / TRACE_RATE_HZ));
  }

  add(channels: readonly Float32Array[], start: number, end: number): void {
    const left = channels[0];
    const right = channels[channels.length > 1 ? 1 : 0];
    const products = this.#products;
    let ll = products[0];
    let rr = products[1];
    let lr = products[2];
    for (let i = start; i < end; i++) {
      const l = left[i];
      const r = right[i];
      ll += l * l;
      rr += r * r;
      lr += l * r;
    }
    products[0] = ll;
    products[1] = rr;
    products[2] = lr;
    this.#keepPoints(left, right, start, end);
  }

  step(): void {
    this.#recent.take(this.#products);
    const means = this.#means;
    for (let q = 0; q < means.length; q++) this.#recent.mean(q, CORRELATION_STEPS, means, q);
    const ll = means[0];
    const rr = means[1];
    const audible = ll > FAINTEST_ENERGY && rr > FAINTEST_ENERGY;
    this.correlation[0] = audible ? Math.min(1, Math.max(-1, means[2] / Math.sqrt(ll * rr))) : 0;
  }

  /** Writes the newest points, left and right in turn, the oldest first. */
  copyTrace(into: Float32Array, at: number): void {
    const length = this.#trace.length;
    for (let i = 0; i < length; i++) into[at + i] = this.#trace[(this.#at + i) % length];
  }

  #keepPoints(left: Float32Array, right: Float32Array, start: number, end: number): void {
    let i = start + this.#untilPoint;
    for (; i < end; i += this.#stride) {
      this.#trace[this.#at] = left[i];
      this.#trace[this.#at + 1] = right[i];
      this.#at = (this.#at + 2) % this.#trace.length;
    }
    this.#untilPoint = i - end;
  }
}
