import { balloonOf, type Balloon } from '../design/balloon.ts';
import { cta2034 } from '../design/cta-2034.ts';
import { depthFigures, type DepthFigures } from '../design/depth.ts';
import { directivityFigures } from '../design/directivity-figures.ts';
import { MAP_AZIMUTHS_DEG, MAP_FREQUENCIES_HZ } from '../design/map-axes.ts';
import { createMemo } from '../design/memo.ts';
import { metricFrequencies } from '../design/metrics.ts';
import { weightedMap, type PolarMap } from '../design/polar-map.ts';
import { polarSlices, type PolarSlices } from '../design/polar-slices.ts';
import { radiatedPower } from '../design/radiated-power.ts';
import { columnWeights, driverWeights, type Weights } from '../design/sound-source.ts';
import type {
  Cta2034Picture,
  DirectivityPicture,
  PictureSource,
  RequestOf,
  SoundSource,
} from '../protocol/picture-protocol.ts';

export const COLUMN_INPUT = { left: 0, right: 1, centre: 2 } as const;
/** Weights of a column from its FIRs, or of one driver alone; a driver that the document has no more is its last one. */
export function weightsOf(
  source: SoundSource,
  { drivers }: PictureSource,
  frequencyHz: Float64Array,
): Weights {
  return typeof source === 'number'
    ? driverWeights(drivers.outputs, Math.min(source, drivers.outputs - 1), frequencyHz.length)
    : columnWeights(drivers, COLUMN_INPUT[source], frequencyHz);
}

/** What the acoustics of the device alone decide stays from one design to the next. */
const memo = createMemo();

export function directivityPicture(source: PictureSource): DirectivityPicture {
  const { document } = source;
  const { device, speedOfSoundMps } = document;
  const frequencyHz = metricFrequencies();
  const radiated = memo('radiated', [device, speedOfSoundMps], () =>
    radiatedPower(device, frequencyHz, speedOfSoundMps),
  );
  const figures = (column: 'left' | 'right' | 'centre') =>
    directivityFigures(document, weightsOf(column, source, frequencyHz), frequencyHz, radiated);
  return {
    frequencyHz,
    columns: { left: figures('left'), right: figures('right'), centre: figures('centre') },
  };
}

export function depthPicture({ document, drivers }: PictureSource): DepthFigures {
  return depthFigures(document, drivers, memo);
}

export function cta2034Picture(request: { source: SoundSource }, source: PictureSource): Cta2034Picture {
  const frequencyHz = metricFrequencies();
  const weights = weightsOf(request.source, source, frequencyHz);
  return { frequencyHz, ...cta2034(source.document, weights, frequencyHz) };
}

export function mapPicture(request: { source: SoundSource }, source: PictureSource): PolarMap {
  const weights = weightsOf(request.source, source, MAP_FREQUENCIES_HZ);
  return weightedMap(source.document, weights, MAP_AZIMUTHS_DEG, MAP_FREQUENCIES_HZ);
}

export function slicesPicture(request: RequestOf<'slices'>, source: PictureSource): PolarSlices {
  return polarSlices(
    source.document,
    (frequencyHz) => weightsOf(request.source, source, frequencyHz),
    request.frequenciesHz,
    request.band,
  );
}

export function balloonPicture(request: RequestOf<'balloon'>, source: PictureSource): Balloon {
  return balloonOf(
    source.document,
    (frequencyHz) => weightsOf(request.source, source, frequencyHz),
    request.frequencyHz,
    request.band,
  );
}
