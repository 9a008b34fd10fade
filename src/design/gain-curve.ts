import type { GainCurve } from './document.ts';

/**
 * A gain curve at one frequency: linear in dB over log frequency between its points, held flat beyond its ends.
 * @param curve points `[Hz, dB]`, ascending
 * @param frequencyHz 0 and up
 * @returns dB
 */
export function gainDbAt(curve: GainCurve, frequencyHz: number): number {
  const first = curve[0]!;
  if (frequencyHz <= first[0]) return first[1];
  for (let i = 1; i < curve.length; i++) {
    const [highHz, highDb] = curve[i]!;
    if (frequencyHz > highHz) continue;
    const [lowHz, lowDb] = curve[i - 1]!;
    const part = Math.log(frequencyHz / lowHz) / Math.log(highHz / lowHz);
    return lowDb + part * (highDb - lowDb);
  }
  return curve.at(-1)![1];
}

/** A gain curve over many frequencies, dB. */
export function evaluateGainCurve(curve: GainCurve, frequenciesHz: Float64Array): Float64Array {
  return frequenciesHz.map((frequencyHz) => gainDbAt(curve, frequencyHz));
}
