import { KWeighting } from './k-weighting.ts';
import { LoudnessHistogram } from './loudness-histogram.ts';
import { lufs } from './lufs.ts';
import { stepSamplesAt, type MeterPart } from './meter-part.ts';
import { RecentValues } from './recent-values.ts';

/** 400 ms and 3 s, in steps; blocks for gating begin every 100 ms. */
export const MOMENTARY_STEPS = 40;
const SHORT_TERM_STEPS = 300;
const STEPS_PER_BLOCK = 10;

const INTEGRATED_GATE_LU = -10;
/** Loudness range: between the 10th and the 95th percentile, above a gate of its own [EBU Tech 3342]. */
const RANGE = { gateLu: -20, low: 0.1, high: 0.95 } as const;

/** Where each value stands in `values`: LUFS, the range in LU. */
export const LOUDNESS = {
  momentary: 0,
  shortTerm: 1,
  integrated: 2,
  range: 3,
  maxMomentary: 4,
  maxShortTerm: 5,
} as const;
export const LOUDNESS_VALUES = 6;

export interface LoudnessMeterOptions {
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Of each channel's power; 1 where absent. Surround channels weigh 1.41. */
  readonly weights?: readonly number[];
}

/**
 * Loudness of a stream: momentary over 400 ms and short-term over 3 s, both every 10 ms; integrated, gated over blocks of
 * 400 ms that begin every 100 ms [ITU-R BS.1770-4]; loudness range [EBU Tech 3342]; the largest momentary and
 * short-term [EBU Tech 3341]. Takes the same memory for hours; the histogram's error is stated there. Samples must be
 * finite.
 */
export class LoudnessMeter implements MeterPart {
  /** By LOUDNESS; −∞ where nothing was loud enough, 0 LU as long as there is no range. */
  readonly values = new Float64Array(LOUDNESS_VALUES);
  readonly #filters: readonly KWeighting[];
  readonly #weights: Float64Array;
  readonly #stepSamples: number;
  /** K-weighted energy of each channel in the step under way. */
  readonly #energies: Float64Array;
  readonly #power = new Float64Array(1);
  readonly #recent = new RecentValues(1, SHORT_TERM_STEPS);
  /** Of the newest windows: momentary, short-term. */
  readonly #powers = new Float64Array(2);
  readonly #blocks = new LoudnessHistogram();
  readonly #shortTerms = new LoudnessHistogram();
  /** Since the programme began. */
  #steps = 0;

  constructor({ channels, sampleRateHz, weights }: LoudnessMeterOptions) {
    this.#filters = Array.from({ length: channels }, () => new KWeighting(sampleRateHz));
    this.#weights = Float64Array.from({ length: channels }, (_, c) => weights?.[c] ?? 1);
    this.#stepSamples = stepSamplesAt(sampleRateHz);
    this.#energies = new Float64Array(channels);
    this.values.fill(-Infinity);
    this.restart();
  }

  add(channels: readonly Float32Array[], start: number, end: number): void {
    for (let c = 0; c < this.#filters.length; c++) {
      this.#filters[c].addEnergy(channels[c], start, end, this.#energies, c);
    }
  }

  step(): void {
    const power = this.#power;
    for (let c = 0; c < this.#filters.length; c++) {
      power[0] += this.#weights[c] * this.#energies[c];
      this.#energies[c] = 0;
      this.#filters[c].settle();
    }
    power[0] /= this.#stepSamples;
    this.#recent.take(power);
    this.#steps += 1;
    this.#slide();
    if (this.#steps % STEPS_PER_BLOCK === 0) this.#count();
  }

  /** Another programme begins: what covers all of it starts anew, what slides along goes on. */
  restart(): void {
    this.#steps = 0;
    this.#blocks.clear();
    this.#shortTerms.clear();
    const { values } = this;
    values[LOUDNESS.integrated] = -Infinity;
    values[LOUDNESS.range] = 0;
    values[LOUDNESS.maxMomentary] = -Infinity;
    values[LOUDNESS.maxShortTerm] = -Infinity;
  }

  #slide(): void {
    const { values } = this;
    this.#recent.mean(0, MOMENTARY_STEPS, this.#powers, 0);
    this.#recent.mean(0, SHORT_TERM_STEPS, this.#powers, 1);
    const momentary = lufs(this.#powers[0]);
    const shortTerm = lufs(this.#powers[1]);
    values[LOUDNESS.momentary] = momentary;
    values[LOUDNESS.shortTerm] = shortTerm;
    // Only windows that lie within the programme count.
    if (this.#steps >= MOMENTARY_STEPS && momentary > values[LOUDNESS.maxMomentary])
      values[LOUDNESS.maxMomentary] = momentary;
    if (this.#steps >= SHORT_TERM_STEPS && shortTerm > values[LOUDNESS.maxShortTerm])
      values[LOUDNESS.maxShortTerm] = shortTerm;
  }

  #count(): void {
    if (this.#steps >= MOMENTARY_STEPS) {
      this.#blocks.add(this.#powers, 0);
      this.#blocks.gatedMean(INTEGRATED_GATE_LU, this.values, LOUDNESS.integrated);
    }
    if (this.#steps >= SHORT_TERM_STEPS) {
      this.#shortTerms.add(this.#powers, 1);
      this.#shortTerms.gatedRange(RANGE.gateLu, RANGE.low, RANGE.high, this.values, LOUDNESS.range);
    }
  }
}
