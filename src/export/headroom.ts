import type { FilterSet } from '../design/filter-set.ts';
import { gridColumns } from '../design/spectrum.ts';
import { pathTaps } from './export-file.ts';

/** How far above its inputs' full scale a set's outputs can come, the loudest driver, dB. */
export interface PeakGains {
  /** Whatever is played: the taps' magnitudes added up, Σ|h|. */
  readonly anySignalDb: number;
  /** All inputs playing one sine at full scale, each with the phase that adds up: max Σ|H(f)| over the set's own bins. */
  readonly sineDb: number;
}

export function peakGains(set: FilterSet): PeakGains {
  const inputs = Array.from({ length: set.inputs }, (_, input) => input);
  const columns = gridColumns(set);
  let anySignal = 0;
  let sine = 0;
  for (let output = 0; output < set.outputs; output++) {
    const sums = inputs.map((input) => pathTaps(set, input, output).reduce((sum, x) => sum + Math.abs(x), 0));
    anySignal = Math.max(
      anySignal,
      sums.reduce((a, b) => a + b, 0),
    );
    for (let bin = 0; bin < columns[0]!.bins; bin++) {
      const at = bin * set.outputs + output;
      const sum = columns.reduce((total, { re, im }) => total + Math.hypot(re[at]!, im[at]!), 0);
      sine = Math.max(sine, sum);
    }
  }
  return { anySignalDb: decibels(anySignal), sineDb: decibels(sine) };
}

/** Keeps the level of silence finite. */
const SILENCE = 1e-10;

function decibels(gain: number): number {
  return 20 * Math.log10(Math.max(gain, SILENCE));
}

/**
 * Attenuation after which no output passes full scale whatever is played, rounded up to 0.01 dB; 0 where none is needed.
 * A convolver before a converter has no limiter, so what it is given must not be able to clip.
 */
export function headroomDb(set: FilterSet): number {
  return Math.max(0, Math.ceil(100 * peakGains(set).anySignalDb) / 100);
}
