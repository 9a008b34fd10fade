import { cta2034 } from '../design/cta-2034.ts';
import { directivityFigures } from '../design/directivity-figures.ts';
import { createMemo } from '../design/memo.ts';
import { metricFrequencies } from '../design/metrics.ts';
import { weightedMap, type PolarMap } from '../design/polar-map.ts';
import { radiatedPower } from '../design/radiated-power.ts';
import { columnWeights, driverWeights, type Weights } from '../design/sound-source.ts';
import type {
  Cta2034Picture,
  DirectivityPicture,
  PictureSource,
  SoundSource,
} from '../protocol/picture-protocol.ts';

export const COLUMN_INPUT = { left: 0, right: 1, centre: 2 } as const;
/** −180° to 180°, both ends of the circle included so that a plot closes. */
export const MAP_AZIMUTHS_DEG = Array.from({ length: 145 }, (_, i) => 2.5 * i - 180);

/** Every twelfth of an octave from 20 Hz to 20 kHz. */
export function mapFrequencies(): Float64Array {
  return Float64Array.from({ length: 120 }, (_, i) => 20 * 2 ** (i / 12));
}

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

export function cta2034Picture(request: { source: SoundSource }, source: PictureSource): Cta2034Picture {
  const frequencyHz = metricFrequencies();
  const weights = weightsOf(request.source, source, frequencyHz);
  return { frequencyHz, ...cta2034(source.document, weights, frequencyHz) };
}

export function mapPicture(request: { source: SoundSource }, source: PictureSource): PolarMap {
  const frequencyHz = mapFrequencies();
  const weights = weightsOf(request.source, source, frequencyHz);
  return weightedMap(source.document, weights, MAP_AZIMUTHS_DEG, frequencyHz);
}
