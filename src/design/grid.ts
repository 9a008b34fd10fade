import type { DesignDocument } from './document.ts';

/** Where filters are designed, the bins of an FFT as long as the filters, and how late they may be. */
export interface DesignGrid {
  readonly taps: number;
  readonly sampleRateHz: number;
  /** Modelling delay of the filters. */
  readonly latencySamples: number;
  /** (taps/2 + 1) from 0 to half the sample rate. */
  readonly frequenciesHz: Float64Array;
}

/** Samples by which filters of this length are late unless asked to be earlier: room before the pulse as after it. */
export function fullDelay(filterTaps: number): number {
  return filterTaps / 2;
}

/** @param latencySamples modelling delay of the filters, at most half their length, which follows the design best */
export function createGrid(
  { filterTaps: taps, sampleRateHz }: DesignDocument,
  latencySamples: number = fullDelay(taps),
): DesignGrid {
  const frequenciesHz = Float64Array.from({ length: taps / 2 + 1 }, (_, i) => (i * sampleRateHz) / taps);
  return { taps, sampleRateHz, latencySamples, frequenciesHz };
}

/** Raised cosine over log frequency: 0 below `lowHz`, 1 above `highHz`. */
export function fadeIn(frequencyHz: number, lowHz: number, highHz: number): number {
  if (frequencyHz <= lowHz) return 0;
  if (frequencyHz >= highHz) return 1;
  return 0.5 - 0.5 * Math.cos((Math.PI * Math.log(frequencyHz / lowHz)) / Math.log(highHz / lowHz));
}

/** Below it a filter of a few thousand taps cannot tell frequencies apart, and no small array can steer. */
const CONTROL_LOW_HZ = [75, 150] as const;
/** Above it a head is not where it is thought to be. */
const CONTROL_HIGH_HZ = [16000, 20000] as const;

/**
 * How much of the designed filter is used at a frequency, the rest being the natural one: 1 from 150 Hz to 16 kHz, faded
 * smoothly to 0 an octave below and at 20 kHz. Both meet the same bright pressure, so the mix does too.
 */
export function controlAt(frequencyHz: number): number {
  return fadeIn(frequencyHz, ...CONTROL_LOW_HZ) * (1 - fadeIn(frequencyHz, ...CONTROL_HIGH_HZ));
}

/** Number of bins up to the last one that is controlled, at least one; frequencies ascend. */
export function controlledBins(frequenciesHz: Float64Array): number {
  let bins = frequenciesHz.length;
  while (bins > 1 && controlAt(frequenciesHz[bins - 1]!) === 0) bins--;
  return bins;
}

/**
 * Gain of every designed path: 1 up to 85 % of half the sample rate, then falling smoothly to 0 at it, where a filter with
 * a delay between two samples has no answer.
 */
export function passbandAt(frequencyHz: number, sampleRateHz: number): number {
  const part = frequencyHz / (sampleRateHz / 2);
  return part <= 0.85 ? 1 : 0.5 + 0.5 * Math.cos((Math.PI * (part - 0.85)) / 0.15);
}
