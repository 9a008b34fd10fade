import { decibels, degrees } from './units.ts';
import type { ZoneQuantityName } from './zone-quantities.ts';
import { formatFixed } from '../format.ts';

/** A quantity as a person reads it. */
export function zoneValue(quantity: ZoneQuantityName, value: number): string {
  switch (quantity) {
    case 'azimuthLeft':
    case 'azimuthCentre':
    case 'azimuthRight':
    case 'width':
      return degrees(value);
    case 'presence':
      return Number.isFinite(value) ? formatFixed(value, 2) : '–';
    default:
      return decibels(value);
  }
}
