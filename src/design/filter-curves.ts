import type { ComplexMatrices } from '../acoustics/types.ts';
import type { FilterSet } from './filter-set.ts';
import { spectrumColumns } from './spectrum.ts';

/** What one realised filter does, the set's modelling delay taken off; curves over the frequencies that were asked for. */
export interface FilterCurves {
  readonly magnitudeDb: Float64Array;
  /** Unwrapped; NaN outside the band in which the filter plays, where phase is that of noise. */
  readonly phaseDeg: Float64Array;
  /** −dφ/dω, NaN where the phase is. */
  readonly groupDelayMs: Float64Array;
}

/** Below its own peak by more than this a filter does not play. */
const SILENT_DB = 60;
/** Power below which there is nothing but rounding; keeps the level of silence finite. */
const SILENCE = 1e-20;

/**
 * Magnitude, phase and group delay of every filter of one input.
 *  - Phase is unwrapped on bins half a filter's own bin apart, so that any delay within the filter is counted right, from
 *    the lowest frequency at which the filter plays (within 60 dB of its peak), where it is between −180° and 180°.
 *  - Group delay is Re{F(t·h)/F(h)}: exact, without differences.
 * @param frequenciesHz from 0 to half the sample rate
 * @returns one for each output
 */
export function filterCurves(set: FilterSet, input: number, frequenciesHz: Float64Array): FilterCurves[] {
  const { outputs, taps, sampleRateHz } = set;
  const denseHz = Float64Array.from({ length: taps + 1 }, (_, i) => (i * sampleRateHz) / (2 * taps));
  const one = onlyInput(set, input);
  const dense = spectrumColumns(one, denseHz);
  const shown = spectrumColumns(one, frequenciesHz);
  const ramped = spectrumColumns(timesTime(one), frequenciesHz);
  return Array.from({ length: outputs }, (_, output) => {
    const unwrapped = unwrap(dense, output);
    const curves = {
      magnitudeDb: new Float64Array(frequenciesHz.length),
      phaseDeg: new Float64Array(frequenciesHz.length).fill(NaN),
      groupDelayMs: new Float64Array(frequenciesHz.length).fill(NaN),
    };
    frequenciesHz.forEach((frequencyHz, bin) => {
      const at = bin * outputs + output;
      const re = shown.re[at]!;
      const im = shown.im[at]!;
      const power = re * re + im * im;
      curves.magnitudeDb[bin] = 10 * Math.log10(power + SILENCE);
      const near = interpolate(unwrapped, (frequencyHz * 2 * taps) / sampleRateHz);
      if (Number.isNaN(near)) return;
      const angle = Math.atan2(im, re);
      curves.phaseDeg[bin] =
        ((angle + 2 * Math.PI * Math.round((near - angle) / (2 * Math.PI))) * 180) / Math.PI;
      const samples = (ramped.re[at]! * re + ramped.im[at]! * im) / power;
      curves.groupDelayMs[bin] = (1000 * samples) / sampleRateHz;
    });
    return curves;
  });
}

/** The same relative to one of them: levels, phases and delays subtract. */
export function relativeCurves(curves: readonly FilterCurves[], reference: number): FilterCurves[] {
  const base = curves[reference]!;
  return curves.map((one) => ({
    magnitudeDb: one.magnitudeDb.map((db, bin) =>
      Number.isNaN(base.phaseDeg[bin]) ? NaN : db - base.magnitudeDb[bin]!,
    ),
    phaseDeg: one.phaseDeg.map((phase, bin) => phase - base.phaseDeg[bin]!),
    groupDelayMs: one.groupDelayMs.map((delay, bin) => delay - base.groupDelayMs[bin]!),
  }));
}

/** A part of the set's own memory: nothing is copied. */
function onlyInput(set: FilterSet, input: number): FilterSet {
  const length = set.outputs * set.taps;
  return { ...set, inputs: 1, firs: set.firs.subarray(input * length, (input + 1) * length) };
}

/** (t − latency)·h(t). */
function timesTime(set: FilterSet): FilterSet {
  const { taps, latencySamples } = set;
  return { ...set, firs: set.firs.map((tap, at) => tap * ((at % taps) - latencySamples)) };
}

/** Phase of a column's output along its bins, radians; NaN before the first and after the last bin that plays. */
function unwrap({ bins, rows, re, im }: ComplexMatrices, output: number): Float64Array {
  const phase = new Float64Array(bins).fill(NaN);
  const power = (bin: number): number => re[bin * rows + output]! ** 2 + im[bin * rows + output]! ** 2;
  let peak = 0;
  for (let bin = 0; bin < bins; bin++) peak = Math.max(peak, power(bin));
  if (peak < SILENCE) return phase;
  const least = peak * 10 ** (-SILENT_DB / 10);
  let first = 0;
  while (power(first) < least) first++;
  let last = bins - 1;
  while (power(last) < least) last--;
  let previous = 0;
  for (let bin = first; bin <= last; bin++) {
    const angle = Math.atan2(im[bin * rows + output]!, re[bin * rows + output]!);
    previous = angle + 2 * Math.PI * Math.round((previous - angle) / (2 * Math.PI));
    phase[bin] = previous;
  }
  return phase;
}

function interpolate(values: Float64Array, place: number): number {
  const below = Math.min(values.length - 2, Math.max(0, Math.floor(place)));
  const share = place - below;
  // At the edge of the band the one side that plays counts.
  const [a, b] = [values[below]!, values[below + 1]!];
  if (share < 1e-9) return a;
  return a + share * (b - a);
}
