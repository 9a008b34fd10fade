import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Device } from '../../acoustics/types.ts';
import { PRESETS } from '../presets.ts';
import { parseDesign } from '../schema.ts';
import { withNewDriver } from './arrange.ts';
import { baffleOfKind, deviceOn, directionOf, positionOn, tidyMetres } from './mounting.ts';

const ROW: Device = {
  baffle: { kind: 'none' },
  drivers: [
    { id: 'd1', positionM: [0, 0.1, 0], radiusM: 0.02 },
    { id: 'd2', positionM: [0.01, 0, 0], radiusM: 0.02 },
    { id: 'd4', positionM: [0, -0.1, 0.02], radiusM: 0.02 },
  ],
};
/** Positions are kept to the micrometre. */
const MICROMETRES = 5;

describe('deviceOn', () => {
  it('makes devices that the schema takes, of every kind of baffle', () => {
    for (const kind of ['none', 'rigid-sphere', 'infinite-plane'] as const) {
      const device = deviceOn(baffleOfKind(kind, ROW), ROW);
      expect(() => parseDesign({ ...PRESETS.laptop, device })).not.toThrow();
      expect(() => parseDesign({ ...PRESETS.laptop, device: withNewDriver(device) })).not.toThrow();
    }
  });

  it('keeps a row of drivers a row when it is put on a sphere', () => {
    const { drivers } = deviceOn({ kind: 'rigid-sphere', radiusM: 0.12 }, ROW);
    expect(drivers.map(({ positionM }) => positionM[1])).toEqual([0.1, 0, -0.1]);
    expect(drivers.every(({ positionM }) => positionM[0] > 0)).toBe(true);
  });

  it('moves drivers with the sphere they are mounted in, each in its direction', () => {
    const small = deviceOn({ kind: 'rigid-sphere', radiusM: 0.1 }, ROW);
    const large = deviceOn({ kind: 'rigid-sphere', radiusM: 0.2 }, small);
    large.drivers.forEach(({ positionM }, index) => {
      const before = directionOf(small.drivers[index]!.positionM);
      expect(Math.hypot(...positionM)).toBeCloseTo(0.2, MICROMETRES);
      expect(directionOf(positionM).azimuthDeg).toBeCloseTo(before.azimuthDeg, 2);
      expect(directionOf(positionM).elevationDeg).toBeCloseTo(before.elevationDeg, 2);
    });
  });
});

describe('directions and lengths', () => {
  it('go from direction to position and back', () => {
    const angle = fc.record({
      azimuthDeg: fc.double({ min: -179, max: 180, noNaN: true }),
      elevationDeg: fc.double({ min: -89, max: 89, noNaN: true }),
    });
    fc.assert(
      fc.property(angle, (direction) => {
        const back = directionOf(positionOn(10, direction));
        // A micrometre at 10 m, near the pole.
        expect(back.azimuthDeg).toBeCloseTo(direction.azimuthDeg, 2);
        expect(back.elevationDeg).toBeCloseTo(direction.elevationDeg, 2);
      }),
    );
  });

  it('are tidied alike on either side of zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (valueM) => {
        expect(tidyMetres(-valueM) + tidyMetres(valueM)).toBe(0);
        // Half of a micrometre, and the residue of the division.
        expect(Math.abs(tidyMetres(valueM) - valueM)).toBeLessThanOrEqual(0.5e-6 + 1e-12);
      }),
    );
  });
});
