import type { Device, Driver, Vec3 } from '../../acoustics/types.ts';
import type { Direction } from '../../acoustics/vectors.ts';
import { refuse } from '../schema-refusal.ts';
import { positionOn, tidied } from './mounting.ts';
import { phrase } from '../../refusal/phrase.ts';

/** A number that a generator asks for: its range, and what it begins with. */
export interface ArrayField {
  readonly low: number;
  readonly high: number;
  readonly first: number;
  readonly of: 'count' | 'length' | 'angle' | 'frequency';
}

const count: ArrayField = { low: 1, high: 32, first: 5, of: 'count' };
const driverRadiusM: ArrayField = { low: 0.002, high: 0.2, first: 0.02, of: 'length' };
const sphereRadiusM: ArrayField = { low: 0.02, high: 0.5, first: 0.09, of: 'length' };
const spanDeg: ArrayField = { low: 10, high: 360, first: 180, of: 'angle' };

/** What each generator asks for, metres, degrees and hertz. */
export const ARRAY_FIELDS = {
  line: { count, spacingM: { low: 0.005, high: 1, first: 0.05, of: 'length' }, driverRadiusM },
  arc: {
    count,
    radiusM: { low: 0.02, high: 5, first: 0.3, of: 'length' },
    spanDeg: { ...spanDeg, first: 60 },
    driverRadiusM,
  },
  ring: {
    count,
    sphereRadiusM,
    elevationDeg: { low: -80, high: 80, first: 0, of: 'angle' },
    spanDeg,
    driverRadiusM: { ...driverRadiusM, first: 0.015 },
  },
  'smart-speaker': {
    sphereRadiusM,
    sideAzimuthDeg: { low: 30, high: 150, first: 90, of: 'angle' },
    sideRadiusM: { ...driverRadiusM, first: 0.025 },
    tweeters: { low: 1, high: 2, first: 2, of: 'count' },
    tweeterAzimuthDeg: { low: 5, high: 80, first: 30, of: 'angle' },
    tweeterRadiusM: { ...driverRadiusM, first: 0.01 },
    wooferRadiusM: { ...driverRadiusM, first: 0.05 },
    wooferHz: { low: 80, high: 1000, first: 300, of: 'frequency' },
    tweeterHz: { low: 1000, high: 8000, first: 3000, of: 'frequency' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ArrayField>>>>;

export type ArrayKind = keyof typeof ARRAY_FIELDS;
export type ArrayValues<Kind extends ArrayKind> = {
  readonly [Field in keyof (typeof ARRAY_FIELDS)[Kind]]: number;
};

/** Ends of the band that a five-driver device covers as a whole, Hz. */
const LOWEST_HZ = 40;
const HIGHEST_HZ = 20_000;

/** The values that a generator begins with. */
export function firstValues<Kind extends ArrayKind>(kind: Kind): ArrayValues<Kind> {
  const fields = Object.entries<ArrayField>(ARRAY_FIELDS[kind]).map(([name, { first }]) => [name, first]);
  return Object.fromEntries(fields) as ArrayValues<Kind>;
}

/**
 * A device of drivers in a regular order, numbered from left to right, exactly symmetric. Drivers that overlap are for the
 * schema to refuse, which knows their names.
 * @param flat what a line is mounted in
 * @throws DesignError naming the value that is out of its range
 */
export function generateArray<Kind extends ArrayKind>(
  kind: Kind,
  values: ArrayValues<Kind>,
  flat: 'none' | 'infinite-plane' = 'none',
): Device {
  checkRanges(kind, values);
  const make: { readonly [K in ArrayKind]: (values: ArrayValues<K>) => Device } = {
    line: (line) => ({ baffle: { kind: flat }, drivers: numbered(linePlaces(line), line.driverRadiusM) }),
    arc: (arc) => ({ baffle: { kind: 'none' }, drivers: numbered(arcPlaces(arc), arc.driverRadiusM) }),
    ring: (ring) => ({
      baffle: { kind: 'rigid-sphere', radiusM: ring.sphereRadiusM },
      drivers: numbered(ringPlaces(ring), ring.driverRadiusM),
    }),
    'smart-speaker': smartSpeaker,
  };
  return make[kind](values);
}

function checkRanges<Kind extends ArrayKind>(kind: Kind, values: ArrayValues<Kind>): void {
  for (const [name, { low, high, of }] of Object.entries<ArrayField>(ARRAY_FIELDS[kind])) {
    const value = (values as Readonly<Record<string, number>>)[name];
    const isWhole = of !== 'count' || Number.isInteger(value);
    if (!(value !== undefined && value >= low && value <= high && isWhole)) {
      throw refuse([name], phrase(of === 'count' ? 'whole-from' : 'number-from', low, high), value);
    }
  }
}

function linePlaces({ count, spacingM }: ArrayValues<'line'>): Vec3[] {
  return fromLeft(count, spacingM).map((left) => tidied([0, left, 0]));
}

/** Bulging to the front, its depth centred on the device's centre. */
function arcPlaces({ count, radiusM, spanDeg }: ArrayValues<'arc'>): Vec3[] {
  const middleM = (radiusM * (1 + Math.cos((spanDeg * Math.PI) / 360))) / 2;
  return azimuths(count, spanDeg).map((azimuthDeg) => {
    const angle = (azimuthDeg * Math.PI) / 180;
    return tidied([radiusM * Math.cos(angle) - middleM, radiusM * Math.sin(angle), 0]);
  });
}

function ringPlaces({ count, sphereRadiusM, elevationDeg, spanDeg }: ArrayValues<'ring'>): Vec3[] {
  return azimuths(count, spanDeg).map((azimuthDeg) =>
    positionOn(sphereRadiusM, { azimuthDeg, elevationDeg }),
  );
}

/** Azimuths spread evenly over a span around the front, end to end; all around, the last is a step before the first. */
function azimuths(count: number, spanDeg: number): number[] {
  return fromLeft(count, spanDeg / (spanDeg === 360 ? count : Math.max(1, count - 1)));
}

/** So many steps, centred on zero, the leftmost first; mirrored pairs are exact negatives. */
function fromLeft(count: number, step: number): number[] {
  return Array.from({ length: count }, (_, index) => ((count - 1) / 2 - index) * step);
}

function numbered(places: readonly Vec3[], radiusM: number): Driver[] {
  return places.map((positionM, index) => ({ id: `d${index + 1}`, positionM, radiusM }));
}

/**
 * A sphere with a mid on either side, a woofer that faces downwards, and in front two tweeters, or one with a mid above that
 * faces upwards: each with the band it is good for.
 */
function smartSpeaker(values: ArrayValues<'smart-speaker'>): Device {
  const { sphereRadiusM, sideAzimuthDeg, tweeterAzimuthDeg, tweeters, wooferHz, tweeterHz } = values;
  const mid = { radiusM: values.sideRadiusM, bandHz: [wooferHz, tweeterHz] } as const;
  const tweeter = { radiusM: values.tweeterRadiusM, bandHz: [tweeterHz, HIGHEST_HZ] } as const;
  const woofer = { radiusM: values.wooferRadiusM, bandHz: [LOWEST_HZ, wooferHz] } as const;
  const on = (azimuthDeg: number, elevationDeg: number): Direction => ({ azimuthDeg, elevationDeg });
  const sides = [
    { id: 'left', ...mid, at: on(sideAzimuthDeg, 0) },
    { id: 'right', ...mid, at: on(-sideAzimuthDeg, 0) },
  ];
  const front =
    tweeters === 2
      ? [
          { id: 'tweeter-left', ...tweeter, at: on(tweeterAzimuthDeg, 0) },
          { id: 'tweeter-right', ...tweeter, at: on(-tweeterAzimuthDeg, 0) },
        ]
      : [
          { id: 'tweeter', ...tweeter, at: on(0, 0) },
          { id: 'top', ...mid, at: on(0, 90) },
        ];
  const drivers = [...sides, ...front, { id: 'woofer', ...woofer, at: on(0, -90) }].map(
    ({ at, ...driver }) => ({
      ...driver,
      positionM: positionOn(sphereRadiusM, at),
    }),
  );
  return { baffle: { kind: 'rigid-sphere', radiusM: sphereRadiusM }, drivers };
}
