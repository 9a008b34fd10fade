import type { Vec3 } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { directionalPowers, type Weights } from './sound-source.ts';

/** What of the sound around a frequency is meant: that tone alone, or the mean power over a third of an octave. */
export type Band = 'tone' | 'third-octave';

/** Tones that stand for a third of an octave, evenly over it. */
const TONES = 9;

/** Frequencies whose mean power stands for the band; none above the highest. @returns rising, Hz */
export function bandFrequencies(frequencyHz: number, band: Band, highestHz: number): Float64Array {
  if (band === 'tone') return Float64Array.of(frequencyHz);
  const tones = Float64Array.from(
    { length: TONES },
    (_, i) => frequencyHz * 2 ** (((i + 0.5) / TONES - 0.5) / 3),
  );
  return tones.filter((hertz) => hertz <= highestHz);
}

/**
 * Mean power in each direction in a band, at the listener's distance; that of a monopole at 1 m for drive 1 is 1.
 * @param weightsAt what radiates at given frequencies
 */
export function bandPowers(
  document: DesignDocument,
  weightsAt: (frequenciesHz: Float64Array) => Weights,
  directions: readonly Vec3[],
  frequencyHz: number,
  band: Band,
): Float64Array {
  const tones = bandFrequencies(frequencyHz, band, document.sampleRateHz / 2);
  const powers = directionalPowers(document, weightsAt(tones), directions, tones);
  return Float64Array.from(directions, (_, direction) => {
    let sum = 0;
    for (let tone = 0; tone < tones.length; tone++) sum += powers[tone * directions.length + direction]!;
    return sum / tones.length;
  });
}
