/**
 * Programme loudness by ITU-R BS.1770-4.
 * Its weakness: below some 400 ms there is nothing to gate, and two versions of very different spectra can match in
 * LUFS and still not sound alike.
 */
import { KWeighting } from '../metering/k-weighting.ts';
import { ABSOLUTE_GATE_LUFS } from '../metering/loudness-histogram.ts';
import { LOUDNESS, LoudnessMeter, MOMENTARY_STEPS } from '../metering/loudness-meter.ts';
import { lufs } from '../metering/lufs.ts';
import { stepSamplesAt, Steps } from '../metering/meter-part.ts';

/**
 * Integrated loudness: K-weighting, 400 ms blocks with 75 % overlap, gates at −70 LUFS and 10 LU below the mean of
 * what passes the first   [ITU-R BS.1770-4, annex 1], by the very meter that reads what plays. Every channel weighs 1,
 * as left, right and centre do. A passage shorter than a block counts as one block.
 * @param channels samples of equal length
 * @returns LUFS; −∞ where nothing passes the gates
 */
export function integratedLoudness(channels: readonly Float32Array[], sampleRateHz: number): number {
  const loudness = new LoudnessOf(channels.length, sampleRateHz);
  loudness.add(channels, 0, channels[0]?.length ?? 0);
  return loudness.integrated();
}

/** The same of a signal that comes in blocks. */
export class LoudnessOf {
  private readonly meter: LoudnessMeter;
  private readonly steps: Steps;
  /** Of a passage shorter than a block, which has nothing to gate. */
  private readonly filters: readonly KWeighting[];
  private readonly energy = new Float64Array(1);
  private readonly blockSamples: number;
  private length = 0;

  constructor(channels: number, sampleRateHz: number) {
    this.meter = new LoudnessMeter({ channels, sampleRateHz });
    this.steps = new Steps(sampleRateHz, [this.meter]);
    this.filters = Array.from({ length: channels }, () => new KWeighting(sampleRateHz));
    this.blockSamples = MOMENTARY_STEPS * stepSamplesAt(sampleRateHz);
  }

  /** Samples from `start` to `end` of every channel. */
  add(channels: readonly Float32Array[], start: number, end: number): void {
    const views = channels.map((x) => x.subarray(start, end));
    const short = Math.min(end - start, this.blockSamples - this.length);
    if (short > 0) views.forEach((x, c) => this.filters[c]!.addEnergy(x, 0, short, this.energy, 0));
    this.steps.process(views, end - start);
    this.length += end - start;
  }

  /** LUFS; −∞ where nothing passes the gates. */
  integrated(): number {
    if (this.length >= this.blockSamples) return this.meter.values[LOUDNESS.integrated]!;
    const loudness = lufs(this.energy[0]! / this.length);
    return loudness > ABSOLUTE_GATE_LUFS ? loudness : -Infinity;
  }
}
