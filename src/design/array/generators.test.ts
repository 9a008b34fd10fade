import { describe, expect, it } from 'vitest';
import { parseDesign } from '../schema.ts';
import { mirrorOrder } from '../mirror.ts';
import { PRESETS } from '../presets.ts';
import { extentOf } from './extent.ts';
import { ARRAY_FIELDS, firstValues, generateArray, type ArrayKind } from './generators.ts';
import { directionOf } from './mounting.ts';

const KINDS = Object.keys(ARRAY_FIELDS) as ArrayKind[];
/** Positions are kept to the micrometre. */
const MICROMETRES = 5;

describe('generateArray', () => {
  it.each(KINDS)('%s begins with a device that the schema takes, exactly symmetric', (kind) => {
    const device = generateArray(kind, firstValues(kind));
    const document = { ...PRESETS['smart-speaker'], device };
    expect(parseDesign(document)).toEqual(document);
    expect(mirrorOrder(device, document.listener)).not.toBeNull();
  });

  it('spaces a line evenly from left to right, in the air or in a wall', () => {
    const values = { count: 4, spacingM: 0.06, driverRadiusM: 0.02 };
    const { baffle, drivers } = generateArray('line', values, 'infinite-plane');
    expect(baffle).toEqual({ kind: 'infinite-plane' });
    expect(drivers.map(({ positionM }) => positionM)).toEqual(
      [0.09, 0.03, -0.03, -0.09].map((left) => [0, left, 0]),
    );
    expect(drivers.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect(generateArray('line', { ...values, count: 1 }).drivers[0]!.positionM).toEqual([0, 0, 0]);
  });

  it('bends an arc of one radius around a centre behind it', () => {
    const { drivers } = generateArray('arc', { count: 5, radiusM: 0.4, spanDeg: 90, driverRadiusM: 0.02 });
    const lefts = drivers.map(({ positionM }) => positionM[1]);
    expect(lefts[0]).toBeCloseTo(0.4 * Math.sin(Math.PI / 4), MICROMETRES);
    // The apex is as far in front of the device's centre as the ends are behind it.
    expect(drivers[2]!.positionM[0]).toBeCloseTo(-drivers[0]!.positionM[0], MICROMETRES);
    const centreM = drivers[2]!.positionM[0] - 0.4;
    for (const { positionM } of drivers)
      expect(Math.hypot(positionM[0] - centreM, positionM[1])).toBeCloseTo(0.4, MICROMETRES);
  });

  it('spreads a ring over its span, and all around without a driver twice', () => {
    const values = { count: 6, sphereRadiusM: 0.1, elevationDeg: 20, spanDeg: 360, driverRadiusM: 0.01 };
    const azimuths = generateArray('ring', values).drivers.map(({ positionM }) => directionOf(positionM));
    azimuths.forEach(({ azimuthDeg, elevationDeg }, index) => {
      // A micrometre on a sphere of ten centimetres.
      expect(azimuthDeg).toBeCloseTo(150 - 60 * index, 2);
      expect(elevationDeg).toBeCloseTo(20, 2);
    });
    const half = generateArray('ring', { ...values, spanDeg: 180, count: 3 }).drivers;
    expect(half.map(({ positionM }) => Math.round(directionOf(positionM).azimuthDeg))).toEqual([90, 0, -90]);
  });

  it('gives each driver of a five-driver device its place and its band', () => {
    const values = firstValues('smart-speaker');
    const { drivers } = generateArray('smart-speaker', values);
    expect(drivers.map(({ id }) => id)).toEqual(['left', 'right', 'tweeter-left', 'tweeter-right', 'woofer']);
    expect(drivers.map(({ bandHz }) => bandHz)).toEqual([
      [300, 3000],
      [300, 3000],
      [3000, 20_000],
      [3000, 20_000],
      [40, 300],
    ]);
    expect(drivers[0]!.positionM).toEqual([0, 0.09, 0]);
    expect(drivers[4]!.positionM).toEqual([0, 0, -0.09]);
    const one = generateArray('smart-speaker', { ...values, tweeters: 1 }).drivers;
    expect(one.map(({ id }) => id)).toEqual(['left', 'right', 'tweeter', 'top', 'woofer']);
    expect(one[3]!.positionM).toEqual([0, 0, 0.09]);
  });

  it.each([
    ['line', 'count', 40, 'count: expected a whole number from 1 to 32, got 40'],
    ['line', 'count', 2.5, 'count: expected a whole number from 1 to 32, got 2.5'],
    ['line', 'spacingM', 0, 'spacingM: expected a number from 0.005 to 1, got 0'],
    ['arc', 'spanDeg', 400, 'spanDeg: expected a number from 10 to 360, got 400'],
    ['ring', 'elevationDeg', Number.NaN, 'elevationDeg: expected a number from -80 to 80, got NaN'],
    ['smart-speaker', 'tweeters', 3, 'tweeters: expected a whole number from 1 to 2, got 3'],
  ] as const)('refuses %s with %s %d by name', (kind, field, value, message) => {
    expect(() => generateArray(kind, { ...firstValues(kind), [field]: value })).toThrow(message);
  });
});

describe('extentOf', () => {
  it('is between the centres, and tells the nearest two', () => {
    const { drivers } = PRESETS.soundbar.device;
    const { widthM, heightM, nearestM } = extentOf(PRESETS.soundbar.device);
    expect(widthM).toBeCloseTo(drivers[0]!.positionM[1] - drivers.at(-1)!.positionM[1], 12);
    expect(heightM).toBe(0);
    expect(nearestM).toBeCloseTo(drivers[0]!.positionM[1] - drivers[1]!.positionM[1], 12);
    expect(extentOf({ baffle: { kind: 'none' }, drivers: [drivers[0]!] }).nearestM).toBeNull();
  });
});
