import { STEP_SECONDS, stepSamplesAt, type MeterPart } from './meter-part.ts';
import { RecentValues } from './recent-values.ts';

/** As long as a needle of a volume meter takes. */
const RMS_SECONDS = 0.3;
const RMS_STEPS = Math.round(RMS_SECONDS / STEP_SECONDS);

/** Of each channel the largest sample, until its peak is set to 0, and the mean square over 300 ms. */
export class LevelMeter implements MeterPart {
  /** Linear, per channel. */
  readonly peaks: Float64Array;
  /** Mean square per channel, brought up to date with every step. */
  readonly meanSquares: Float64Array;
  /** Channels that are looked at, from the first: of the others there are no samples. */
  count: number;
  readonly #energies: Float64Array;
  readonly #recent: RecentValues;
  readonly #stepSamples: number;

  constructor(channels: number, sampleRateHz: number) {
    this.peaks = new Float64Array(channels);
    this.count = channels;
    this.meanSquares = new Float64Array(channels);
    this.#energies = new Float64Array(channels);
    this.#recent = new RecentValues(channels, RMS_STEPS);
    this.#stepSamples = stepSamplesAt(sampleRateHz);
  }

  add(channels: readonly Float32Array[], start: number, end: number): void {
    for (let c = 0; c < this.count; c++) {
      const x = channels[c];
      let energy = this.#energies[c];
      let peak = this.peaks[c];
      for (let i = start; i < end; i++) {
        const sample = x[i];
        energy += sample * sample;
        const size = Math.abs(sample);
        if (size > peak) peak = size;
      }
      this.#energies[c] = energy;
      this.peaks[c] = peak;
    }
  }

  step(): void {
    this.#recent.take(this.#energies);
    for (let c = 0; c < this.meanSquares.length; c++) {
      this.#recent.mean(c, RMS_STEPS, this.meanSquares, c);
      this.meanSquares[c] /= this.#stepSamples;
    }
  }
}
