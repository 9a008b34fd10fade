import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baffle, Device, Driver, Vec3 } from '../../acoustics/types.ts';
import { PRESETS } from '../presets.ts';
import { firstOverlap } from './clearance.ts';
import { positionOn } from './mounting.ts';

const NONE: Baffle = { kind: 'none' };
const PLANE: Baffle = { kind: 'infinite-plane' };
const SPHERE: Baffle = { kind: 'rigid-sphere', radiusM: 0.1 };
/** Positions are kept to the micrometre. */
const MICROMETRES = 5;

function at(positionM: Vec3, radiusM: number, bandHz?: Driver['bandHz']): Omit<Driver, 'id'> {
  return { positionM, radiusM, ...(bandHz && { bandHz }) };
}

function deviceOf(baffle: Baffle, ...drivers: readonly Omit<Driver, 'id'>[]): Device {
  return { baffle, drivers: drivers.map((driver, index) => ({ ...driver, id: `d${index + 1}` })) };
}

describe('firstOverlap', () => {
  it('finds none in what the product ships with', () => {
    for (const { device } of Object.values(PRESETS)) expect(firstOverlap(device)).toBeNull();
  });

  it.each([NONE, PLANE])('is two radii less the distance, and none where they touch: %j', (baffle) => {
    const pair = (leftM: number) => deviceOf(baffle, at([0, 0, 0], 0.02), at([0, leftM, 0], 0.03));
    expect(firstOverlap(pair(0.05))).toBeNull();
    expect(firstOverlap(pair(0.0495))).toBeNull();
    expect(firstOverlap(pair(0.046))).toMatchObject({ index: 1, other: 0 });
    expect(firstOverlap(pair(0.046))!.byM).toBeCloseTo(0.004, 12);
  });

  it('is measured along a sphere, where a cap reaches as far as its half-angle', () => {
    const capDeg = (Math.asin(0.3) * 180) / Math.PI;
    const pair = (apartDeg: number) =>
      deviceOf(
        SPHERE,
        at(positionOn(0.1, { azimuthDeg: 0, elevationDeg: -90 }), 0.03),
        at(positionOn(0.1, { azimuthDeg: 70, elevationDeg: -90 + apartDeg }), 0.03),
      );
    expect(firstOverlap(pair(2 * capDeg))).toBeNull();
    const overlap = firstOverlap(pair(2 * capDeg - 6))!;
    expect(overlap.byM).toBeCloseTo((0.1 * 6 * Math.PI) / 180, MICROMETRES);
  });

  it('lets a driver be within a larger one that plays another band', () => {
    const woofer = at([0, 0, 0], 0.06, [40, 2000]);
    expect(firstOverlap(deviceOf(PLANE, woofer, at([0, 0, 0], 0.012, [2000, 20_000])))).toBeNull();
    expect(firstOverlap(deviceOf(PLANE, woofer, at([0, 0.02, 0], 0.012, [2000, 20_000])))).toBeNull();
    const refused = [
      at([0, 0, 0], 0.012, [1500, 20_000]),
      at([0, 0, 0], 0.012),
      // Across the rim.
      at([0, 0.06, 0], 0.012, [2000, 20_000]),
      // Not smaller.
      at([0, 0, 0], 0.06, [2000, 20_000]),
    ];
    for (const driver of refused) expect(firstOverlap(deviceOf(PLANE, woofer, driver))).not.toBeNull();
  });

  it('is the same in whichever order two drivers are listed', () => {
    const place = fc.tuple(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
    );
    fc.assert(
      fc.property(place, place, ([elevationA, azimuthA], [elevationB, azimuthB]) => {
        const a = at(positionOn(0.1, { azimuthDeg: azimuthA, elevationDeg: elevationA }), 0.03);
        const b = at(positionOn(0.1, { azimuthDeg: azimuthB, elevationDeg: elevationB }), 0.02);
        expect(firstOverlap(deviceOf(SPHERE, a, b))).toEqual(firstOverlap(deviceOf(SPHERE, b, a)));
      }),
    );
  });
});
