import { sphereResponses } from './sphere.ts';
import type { SpherePath } from './sphere.ts';
import type { ComplexMatrices, Listener, Vec3 } from './types.ts';
import { add, directionOf, dot, FRONT, length, subtract } from './vectors.ts';

export function headCentre(listener: Listener, headOffsetM: Vec3 = [0, 0, 0]): Vec3 {
  return add(listener.positionM, headOffsetM);
}

/**
 * Unit vectors from the head's centre to the left and right ear. The head stands upright and its nose points, seen from
 * above, to the device's centre; straight above or below the device it faces as a listener on the axis would.
 */
export function earDirections(centreM: Vec3, earAzimuthDeg: number): readonly [left: Vec3, right: Vec3] {
  const [front, left] = directionOf([-centreM[0], -centreM[1], 0], [-FRONT[0], 0, 0]);
  const azimuth = (earAzimuthDeg * Math.PI) / 180;
  const nose = Math.cos(azimuth);
  const side = Math.sin(azimuth);
  return [
    [nose * front + side * left, nose * left - side * front, 0],
    [nose * front - side * left, nose * left + side * front, 0],
  ];
}

/**
 * What a head does to each source: pressure at an ear over the pressure at the head's centre without the head.
 * @param sourcesM positions outside the head
 * @returns (bins, 2 ears × sources, 1), the sources of the left ear first
 */
export type HeadRatios = (
  sourcesM: readonly Vec3[],
  centreM: Vec3,
  listener: Listener,
  frequenciesHz: Float64Array,
  speedOfSoundMps: number,
) => ComplexMatrices;

/** The ratios of the listener's rigid sphere. */
export const sphereHead: HeadRatios = (sourcesM, centreM, listener, frequenciesHz, speedOfSoundMps) => {
  const paths: SpherePath[] = earDirections(centreM, listener.earAzimuthDeg).flatMap((ear) =>
    sourcesM.map((sourceM) => {
      const towards = subtract(sourceM, centreM);
      return { distanceM: length(towards), cosAngle: dot(directionOf(towards, FRONT), ear) };
    }),
  );
  return sphereResponses(listener.headRadiusM, paths, frequenciesHz, speedOfSoundMps);
};
