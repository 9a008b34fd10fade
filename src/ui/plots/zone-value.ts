import { decibels, degrees, signed } from './units.ts';
import type { ZoneQuantityName } from './zone-quantities.ts';

/** A quantity as a person reads it. */
export function zoneValue(quantity: ZoneQuantityName, value: number): string {
  switch (quantity) {
    case 'azimuthLeft':
    case 'azimuthCentre':
    case 'azimuthRight':
    case 'width':
      return degrees(value);
    case 'presence':
      return Number.isFinite(value) ? signed(value, 2) : '–';
    default:
      return decibels(value);
  }
}
