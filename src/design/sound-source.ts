import { pressureTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import { beamDistanceM } from './directivity.ts';
import type { DesignDocument } from './document.ts';
import type { FilterSet } from './filter-set.ts';
import { createMatrices, multiply } from './matrices.ts';
import { spectrumColumns } from './spectrum.ts';

/** What radiates: every driver's weight, (frequencies, drivers, 1). */
export type Weights = ComplexMatrices;

/** Weights of one input of a set, from its realised FIRs. */
export function columnWeights(set: FilterSet, input: number, frequenciesHz: Float64Array): Weights {
  const length = set.outputs * set.taps;
  const firs = set.firs.subarray(input * length, (input + 1) * length);
  return spectrumColumns({ ...set, inputs: 1, firs }, frequenciesHz);
}

/** One driver alone at drive 1. */
export function driverWeights(drivers: number, driver: number, frequencies: number): Weights {
  const weights = createMatrices(frequencies, drivers, 1);
  for (let bin = 0; bin < frequencies; bin++) weights.re[bin * drivers + driver] = 1;
  return weights;
}

/** Unit vector of a direction: azimuth to the audience's left, elevation upwards. */
export function towards(azimuthDeg: number, elevationDeg: number): Vec3 {
  const [azimuth, elevation] = [azimuthDeg, elevationDeg].map((degrees) => (degrees * Math.PI) / 180);
  return [
    Math.cos(elevation!) * Math.cos(azimuth!),
    Math.cos(elevation!) * Math.sin(azimuth!),
    Math.sin(elevation!),
  ];
}

/**
 * Power in every direction on a sphere around the device, relative to a monopole at 1 m for drive 1: pressure times r.
 * @param distanceM radius of the sphere; that of the listener's circle where absent
 * @returns direction d at frequency f at `f * directions.length + d`
 */
export function directionalPowers(
  document: DesignDocument,
  weights: Weights,
  directions: readonly Vec3[],
  frequenciesHz: Float64Array,
  distanceM: number = beamDistanceM(document),
): Float64Array {
  const { device, speedOfSoundMps } = document;
  const points = directions.map(([x, y, z]): Vec3 => [x * distanceM, y * distanceM, z * distanceM]);
  const transfers = pressureTransfers(device, points, frequenciesHz, speedOfSoundMps, distanceM);
  const { re, im } = multiply(transfers, weights);
  return re.map((x, at) => x * x + im[at]! * im[at]!);
}
