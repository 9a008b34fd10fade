import { bandPowers, type Band } from './band-powers.ts';
import type { DesignDocument } from './document.ts';
import { beamwidth } from './lobe.ts';
import type { Weights } from './sound-source.ts';
import { horizontalRow, sphereGrid, sphericalMean, verticalOrbit } from './sphere-grid.ts';

/** Level in every direction around the device at one frequency, at the listener's distance. */
export interface Balloon {
  readonly azimuthDeg: Float64Array;
  readonly elevationDeg: Float64Array;
  /** Elevation e, azimuth a at `e * azimuthDeg.length + a`: dB relative to a monopole at 1 m for drive 1. */
  readonly levelDb: Float64Array;
  readonly axisDb: number;
  readonly loudest: { readonly azimuthDeg: number; readonly elevationDeg: number; readonly levelDb: number };
  /** Power on axis over the mean over the whole sphere, dB. */
  readonly indexDb: number;
  /** Between the −6 dB points around the axis; 360 where there are none. */
  readonly horizontalBeamwidthDeg: number;
  readonly verticalBeamwidthDeg: number;
}

const SILENCE = 1e-30;
/** Where all directions are alike, the axis is the loudest. */
const ALIKE_DB = 0.01;

/** @param weightsAt what radiates at given frequencies */
export function balloonOf(
  document: DesignDocument,
  weightsAt: (frequenciesHz: Float64Array) => Weights,
  frequencyHz: number,
  band: Band,
): Balloon {
  const { azimuthDeg, elevationDeg, directions } = sphereGrid();
  const powers = bandPowers(document, weightsAt, directions, frequencyHz, band);
  const levelDb = powers.map((power) => 10 * Math.log10(power + SILENCE));
  const horizontal = horizontalRow(levelDb);
  const axisDb = horizontal[azimuthDeg.length / 2]!;
  const axis = ((elevationDeg.length - 1) / 2) * azimuthDeg.length + azimuthDeg.length / 2;
  const loudest = levelDb.reduce((best, level, at) => (level > levelDb[best]! + ALIKE_DB ? at : best), axis);
  return {
    azimuthDeg,
    elevationDeg,
    levelDb,
    axisDb,
    loudest: {
      azimuthDeg: azimuthDeg[loudest % azimuthDeg.length]!,
      elevationDeg: elevationDeg[Math.floor(loudest / azimuthDeg.length)]!,
      levelDb: levelDb[loudest]!,
    },
    indexDb: axisDb - 10 * Math.log10(sphericalMean(powers) + SILENCE),
    horizontalBeamwidthDeg: beamwidth(horizontal),
    verticalBeamwidthDeg: beamwidth(verticalOrbit(levelDb)),
  };
}
