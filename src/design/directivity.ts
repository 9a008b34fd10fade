import { pressureTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices, Vec3 } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';

/** A circle nearer than this many times the farthest driver would pass between the drivers. */
const CLEAR_OF_DRIVERS = 1.5;

/**
 * Radius of the circle that beams are designed and shown on: the listener's distance, because an array as wide as it is
 * heard from near by has another far field than the one that is heard.
 */
export function beamDistanceM({ device, listener }: DesignDocument): number {
  const extent = Math.max(...device.drivers.map(({ positionM }) => Math.hypot(...positionM)));
  return Math.max(Math.hypot(...listener.positionM), CLEAR_OF_DRIVERS * extent);
}

/**
 * Directivity of the drivers in the horizontal plane at the listener's distance r: pressure times r·e^{jkr}, which for a
 * distant listener is the far field.
 * @returns (bins, azimuths, drivers)
 */
export function horizontalTransfers(
  document: DesignDocument,
  azimuthsDeg: readonly number[],
  frequenciesHz: Float64Array,
): ComplexMatrices {
  const { device, speedOfSoundMps } = document;
  const distanceM = beamDistanceM(document);
  const points = azimuthsDeg.map((azimuthDeg): Vec3 => {
    const azimuth = (azimuthDeg * Math.PI) / 180;
    return [distanceM * Math.cos(azimuth), distanceM * Math.sin(azimuth), 0];
  });
  return pressureTransfers(device, points, frequenciesHz, speedOfSoundMps, distanceM);
}
