import { BROADBAND, type ZoneBand } from '../../../store/index.ts';
import type { ZoneBandId } from '../../text/zone.ts';

const octave = (middleHz: number): ZoneBand => [middleHz / Math.SQRT2, middleHz * Math.SQRT2];

/** Bands that a zone can be mapped over. */
export const ZONE_BANDS: Readonly<Record<ZoneBandId, ZoneBand>> = {
  broad: BROADBAND,
  low: [300, 1500],
  high: [1500, 8000],
  125: octave(125),
  250: octave(250),
  500: octave(500),
  1000: octave(1000),
  2000: octave(2000),
  4000: octave(4000),
  8000: octave(8000),
};

/** The broad ones first, then the octaves in order. */
export const BAND_IDS: readonly ZoneBandId[] = [
  'broad',
  'low',
  'high',
  125,
  250,
  500,
  1000,
  2000,
  4000,
  8000,
];

/** The name of a band; that of the broad one for any other. */
export function bandIdOf([lowHz, highHz]: ZoneBand): ZoneBandId {
  return BAND_IDS.find((id) => ZONE_BANDS[id][0] === lowHz && ZONE_BANDS[id][1] === highHz) ?? 'broad';
}
