import { bandPowers, type Band } from './band-powers.ts';
import type { DesignDocument } from './document.ts';
import { lobeEdges, type LobeEdges } from './lobe.ts';
import type { PolarMap } from './polar-map.ts';
import { towards, type Weights } from './sound-source.ts';

/** Level over azimuth at a few frequencies: a map with as many columns. */
export interface PolarSlices extends PolarMap {
  readonly band: Band;
  /** The −6 dB points around the axis at each frequency; `null` where there are none. */
  readonly edges: readonly (LobeEdges | null)[];
}

/** Fine enough for the lobes of a long array. */
const AZIMUTHS_DEG = Array.from({ length: 180 }, (_, i) => 2 * i - 180);
const AXIS = AZIMUTHS_DEG.indexOf(0);
const SILENCE = 1e-30;

/** @param weightsAt what radiates at given frequencies */
export function polarSlices(
  document: DesignDocument,
  weightsAt: (frequenciesHz: Float64Array) => Weights,
  frequenciesHz: readonly number[],
  band: Band,
): PolarSlices {
  const directions = AZIMUTHS_DEG.map((azimuth) => towards(azimuth, 0));
  const slices = frequenciesHz.map((frequencyHz) =>
    bandPowers(document, weightsAt, directions, frequencyHz, band).map(
      (power) => 10 * Math.log10(power + SILENCE),
    ),
  );
  const columns = slices.length;
  const place = (level: (slice: Float64Array, row: number) => number): Float32Array =>
    Float32Array.from({ length: AZIMUTHS_DEG.length * columns }, (_, at) =>
      level(slices[at % columns]!, Math.floor(at / columns)),
    );
  return {
    azimuthDeg: Float64Array.from(AZIMUTHS_DEG),
    frequencyHz: Float64Array.from(frequenciesHz),
    levelDb: place((slice, row) => slice[row]! - slice[AXIS]!),
    absoluteDb: place((slice, row) => slice[row]!),
    band,
    edges: slices.map(lobeEdges),
  };
}
