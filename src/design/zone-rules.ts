import type { ZoneQuantity } from './zone-field.ts';
import { zoneAreaM2, type ZoneRule } from './zone-grid.ts';
import type { ZoneMaps } from './zone-maps.ts';

/** Decibels, degrees, and 0…1 for the presence. */
export type ZoneThresholds = Readonly<Record<ZoneQuantity, number>>;

export const ZONE_THRESHOLDS: ZoneThresholds = {
  separation: 10,
  separationLeft: 10,
  separationRight: 10,
  azimuthLeft: 10,
  azimuthCentre: 10,
  azimuthRight: 10,
  width: 40,
  presence: 0.8,
  levelLeft: 3,
  levelCentre: 3,
  levelRight: 3,
  balance: 3,
};

/** What a threshold is of a quantity: the least of it, the most to both sides of nothing, or of what it is at the listener. */
const MEANING: Readonly<Record<ZoneQuantity, 'least' | 'around nothing' | 'around the seat'>> = {
  separation: 'least',
  separationLeft: 'least',
  separationRight: 'least',
  azimuthLeft: 'around the seat',
  azimuthCentre: 'around nothing',
  azimuthRight: 'around the seat',
  width: 'least',
  presence: 'least',
  levelLeft: 'around nothing',
  levelCentre: 'around nothing',
  levelRight: 'around nothing',
  balance: 'around nothing',
};

/** @param atSeat the quantity at the listener's own place */
export function zoneRule(quantity: ZoneQuantity, threshold: number, atSeat: number): ZoneRule {
  const meaning = MEANING[quantity];
  if (meaning === 'least') return { kind: 'least', value: threshold };
  return { kind: 'within', value: threshold, of: meaning === 'around nothing' ? 0 : atSeat };
}

/** Where a quantity keeps its usual rule. */
export interface ZoneArea {
  readonly quantity: ZoneQuantity;
  readonly rule: ZoneRule;
  /** `null` where the band has no such quantity. */
  readonly areaM2: number | null;
}

/** The areas of all quantities by their usual thresholds. */
export function zoneAreas({ values, seat, ...grid }: ZoneMaps): ZoneArea[] {
  return (Object.keys(values) as ZoneQuantity[]).map((quantity) => {
    const rule = zoneRule(quantity, ZONE_THRESHOLDS[quantity], seat[quantity]);
    const areaM2 = Number.isNaN(seat[quantity]) ? null : zoneAreaM2(values[quantity], grid, rule);
    return { quantity, rule, areaM2 };
  });
}
