import { bandMaximum, bandMean, DESIGN_BAND, valueAt, widestBandAtLeast } from './band.ts';
import type { Band } from './band.ts';
import { levelTowards, normalised, rowNearest } from './polar-levels.ts';
import type { PolarLevels } from './polar-levels.ts';
import type { RatioCurves } from './ratio-figure.ts';

/** What a caption says of a ratio: its value in the middle, the band it holds a level in, and what it costs. */
export interface RatioReadings {
  readonly atOneKilohertzDb: number;
  readonly holds: { readonly levelDb: number; readonly band: Band } | null;
  /** Mean over 1–8 kHz. */
  readonly meanDb: number;
  readonly worstEffort: { readonly value: number; readonly frequencyHz: number } | null;
  /** Largest distance below the target inside the design band, where there is a target. */
  readonly worstShortfall: { readonly value: number; readonly frequencyHz: number } | null;
}

const LEVELS_DB = [20, 15, 10, 6];
const MEAN_BAND: Band = { lowHz: 1000, highHz: 8000 };
/** A band narrower than this says little: a lower level that holds over more is named instead. */
const LEAST_BAND_OCTAVES = 1;

export function ratioReadings(curves: RatioCurves): RatioReadings {
  const { frequencyHz } = curves;
  const achieved = { frequencyHz, values: curves.achievedDb };
  return {
    atOneKilohertzDb: valueAt(achieved, 1000),
    holds: heldLevel(curves),
    meanDb: bandMean(achieved, MEAN_BAND),
    worstEffort: bandMaximum({ frequencyHz, values: curves.effortDb }, DESIGN_BAND),
    worstShortfall: curves.targetDb ? shortfall(curves, curves.targetDb) : null,
  };
}

function heldLevel(curves: RatioCurves): RatioReadings['holds'] {
  const achieved = { frequencyHz: curves.frequencyHz, values: curves.achievedDb };
  for (const levelDb of LEVELS_DB) {
    // A tenth of a decibel below the level still reads as the level.
    const band = widestBandAtLeast(achieved, levelDb - 0.1, { lowHz: 20, highHz: 20_000 });
    if (band && Math.log2(band.highHz / band.lowHz) >= LEAST_BAND_OCTAVES) return { levelDb, band };
  }
  return null;
}

function shortfall(curves: RatioCurves, targetDb: ArrayLike<number>) {
  const values = Array.from(targetDb, (target, index) => target - curves.achievedDb[index]);
  return bandMaximum({ frequencyHz: curves.frequencyHz, values }, DESIGN_BAND);
}

/** What a caption says of a directivity map. */
export interface DirectivityReadings {
  /** Level at the edges of the window, the lower of both sides, mean over the band; null without a window. */
  readonly windowEdgeDb: number | null;
  /** Each null: its azimuth, and the mean level there, relative to the level on axis. */
  readonly nulls: readonly { readonly azimuthDeg: number; readonly levelDb: number }[];
}

/** @param band where the beam is to work */
export function directivityReadings(
  map: PolarLevels,
  nullAzimuthsDeg: readonly number[],
  windowDeg: number | null,
  band: Band,
): DirectivityReadings {
  const onAxis = normalised(map, 'on-axis');
  const meanTowards = (azimuthDeg: number) =>
    bandMean({ frequencyHz: map.frequencyHz, values: levelTowards(onAxis, azimuthDeg) }, band);
  return {
    windowEdgeDb: windowDeg === null ? null : Math.min(meanTowards(windowDeg), meanTowards(-windowDeg)),
    nulls: nullAzimuthsDeg.map((azimuthDeg) => ({
      azimuthDeg: map.azimuthDeg[rowNearest(map, azimuthDeg)],
      levelDb: meanTowards(azimuthDeg),
    })),
  };
}
