import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { beamwidth } from './lobe.ts';
import { formDb } from './metrics-centre.ts';
import { directionalPowers, towards, type Weights } from './sound-source.ts';

/** How directional something radiates, towards the axis, at the listener's distance; one value for each frequency. */
export interface DirectivityFigures {
  /** Power on axis over the mean over the whole sphere, dB. */
  readonly indexDb: Float64Array;
  /** The same over the mean over the horizontal circle. */
  readonly horizontalIndexDb: Float64Array;
  /** Between the −6 dB points around the axis in the horizontal plane; 360 where there are none. */
  readonly beamwidthDeg: Float64Array;
  /** Power on axis over the mean of that at 90° and −90°, dB. */
  readonly frontToSideDb: Float64Array;
  /** Power on axis over that at 180°, dB. */
  readonly frontToBackDb: Float64Array;
}

/** The circle from −180° in steps of 5°: what `beamwidth` takes. */
const CIRCLE_DEG = Array.from({ length: 72 }, (_, i) => 5 * i - 180);
const [BACK, RIGHT, AXIS, LEFT] = [0, 18, 36, 54];
const SILENCE = 1e-30;

export interface CircleFigures {
  readonly horizontalIndexDb: number;
  readonly beamwidthDeg: number;
  readonly frontToSideDb: number;
  readonly frontToBackDb: number;
}

/** @param powers (72,) on the circle from −180° in steps of 5° */
export function circleFigures(powers: Float64Array): CircleFigures {
  const db = (power: number): number => 10 * Math.log10(power + SILENCE);
  const axisDb = db(powers[AXIS]!);
  return {
    horizontalIndexDb: axisDb - db(powers.reduce((sum, power) => sum + power, 0) / powers.length),
    beamwidthDeg: beamwidth(powers.map(db)),
    frontToSideDb: axisDb - db((powers[LEFT]! + powers[RIGHT]!) / 2),
    frontToBackDb: axisDb - db(powers[BACK]!),
  };
}

/** @param radiated (frequencies, drivers, drivers) mean power over the sphere, from `radiatedPower` */
export function directivityFigures(
  document: DesignDocument,
  weights: Weights,
  frequenciesHz: Float64Array,
  radiated: ComplexMatrices,
): DirectivityFigures {
  const count = CIRCLE_DEG.length;
  const circle = CIRCLE_DEG.map((azimuth) => towards(azimuth, 0));
  const powers = directionalPowers(document, weights, circle, frequenciesHz);
  const bins = Array.from(frequenciesHz, (_, bin) => bin);
  const around = bins.map((bin) => circleFigures(powers.subarray(bin * count, (bin + 1) * count)));
  const curve = (value: (bin: number) => number): Float64Array => Float64Array.from(bins, value);
  return {
    indexDb: curve(
      (bin) => 10 * Math.log10(powers[bin * count + AXIS]! + SILENCE) - formDb(radiated, weights, bin),
    ),
    horizontalIndexDb: curve((bin) => around[bin]!.horizontalIndexDb),
    beamwidthDeg: curve((bin) => around[bin]!.beamwidthDeg),
    frontToSideDb: curve((bin) => around[bin]!.frontToSideDb),
    frontToBackDb: curve((bin) => around[bin]!.frontToBackDb),
  };
}
