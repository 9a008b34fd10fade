import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Device } from '../../../store/arrays.ts';
import { dragPlace, freePlace, gripOf, type Pointed, type Snap } from './drag-place.ts';
import { stepPlace } from './step-place.ts';

const OFF: Snap = { stepM: 0, pullM: 0.006 };
const FIVE: Snap = { stepM: 0.005, pullM: 0.006 };
/** Positions are kept to the micrometre. */
const MICROMETRES = 5;

function deviceIn(kind: 'none' | 'infinite-plane' | 'rigid-sphere'): Device {
  const onSphere = kind === 'rigid-sphere';
  return {
    baffle: onSphere ? { kind, radiusM: 0.1 } : { kind },
    drivers: [
      { id: 'a', positionM: onSphere ? [0, 0.1, 0] : [0, 0.1, 0.02], radiusM: 0.02 },
      { id: 'low', positionM: onSphere ? [0.06, 0, -0.08] : [0, -0.2, 0], radiusM: 0.02 },
    ],
  };
}
const above = (leftM: number, alongM: number): Pointed => ({ vertical: 0, leftM, alongM });
const inFront = (leftM: number, alongM: number): Pointed => ({ vertical: 2, leftM, alongM });

describe('dragPlace', () => {
  it('leaves what its view does not show as it is', () => {
    expect(dragPlace(deviceIn('none'), 0, above(0.0512, 0.0334), OFF).positionM).toEqual([
      0.0334, 0.0512, 0.02,
    ]);
    expect(dragPlace(deviceIn('none'), 0, inFront(0.0512, 0.0334), OFF).positionM).toEqual([
      0, 0.0512, 0.0334,
    ]);
  });

  it('draws to the grid, to the axis, and to the mirror image of another driver', () => {
    const device = deviceIn('none');
    expect(dragPlace(device, 0, above(0.0512, 0.0334), FIVE)).toEqual({
      positionM: [0.035, 0.05, 0.02],
      hint: { kind: 'grid', stepM: 0.005 },
    });
    expect(dragPlace(device, 0, above(0.005, 0.0334), FIVE)).toEqual({
      positionM: [0.035, 0, 0.02],
      hint: { kind: 'axis' },
    });
    expect(dragPlace(device, 0, above(0.197, 0.003), FIVE)).toMatchObject({
      positionM: [0, 0.2, 0],
      hint: { kind: 'mirror', of: 'low' },
    });
    expect(dragPlace(device, 0, above(0.197, 0.003), OFF).hint).toBeNull();
  });

  it('stays in a wall', () => {
    expect(dragPlace(deviceIn('infinite-plane'), 0, above(0.05, 0.08), FIVE).positionM).toEqual([
      0, 0.05, 0.02,
    ]);
  });

  it('slides on a sphere, on the half of it where it is', () => {
    const device = deviceIn('rigid-sphere');
    const place = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(
        place,
        place,
        fc.constantFrom(above, inFront),
        fc.constantFrom(OFF, FIVE),
        (x, y, view, snap) => {
          const { positionM } = dragPlace(device, 1, view(x, y), snap);
          expect(Math.hypot(...positionM)).toBeCloseTo(0.1, MICROMETRES);
          if (view === above) expect(positionM[2]).toBeLessThanOrEqual(0);
          else expect(positionM[0]).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  /** From point to point along straight lines, `stepM` at a time. */
  const along = (points: readonly (readonly [number, number])[], stepM: number) =>
    points.slice(1).flatMap(([x1, y1], i) => {
      const [x0, y0] = points[i];
      const count = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / stepM) + 1;
      return Array.from({ length: count }, (_, n) => {
        const share = n / count;
        return [x0 + share * (x1 - x0), y0 + share * (y1 - y0)] as const;
      });
    });

  it('never leaps on a sphere: no faster than twice the pointer, by no more than the grid where it snaps', () => {
    const started = deviceIn('rigid-sphere');
    const place = fc.double({ min: -0.16, max: 0.16, noNaN: true });
    const PATH_M = 0.0005;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 6 }),
        fc.constantFrom(above, inFront),
        fc.constantFrom(OFF, FIVE),
        (points, view, snap) => {
          let device = started;
          let before: readonly number[] | null = null;
          let farthestM = 0;
          for (const [x, y] of along(points, PATH_M)) {
            const { positionM } = dragPlace(device, 1, view(x, y), snap, started);
            const from = before ?? positionM;
            farthestM = Math.max(
              farthestM,
              Math.hypot(...positionM.map((value, axis) => value - from[axis])),
            );
            before = positionM;
            device = { ...device, drivers: [device.drivers[0], { ...device.drivers[1], positionM }] };
          }
          // Both coordinates by one step where the surface is seen at 60°; to and from the axis, a mirror image and the rim.
          const mostM = snap.stepM === 0 ? 2 * PATH_M + 3e-6 : 3 * snap.stepM + 2 * snap.pullM;
          expect(farthestM).toBeLessThan(mostM);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is held where a drag that goes nowhere leaves it, and comes back from the rim to its half', () => {
    const device = deviceIn('rigid-sphere');
    const angle = fc.double({ min: -3.1, max: 3.1, noNaN: true });
    fc.assert(
      fc.property(angle, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (azimuth, elevation) => {
        const positionM = [
          0.1 * Math.cos(elevation) * Math.cos(azimuth),
          0.1 * Math.cos(elevation) * Math.sin(azimuth),
          0.1 * Math.sin(elevation),
        ] as const;
        const held = { ...device, drivers: [device.drivers[0], { ...device.drivers[1], positionM }] };
        const [front, left] = gripOf(held, positionM, 0);
        const still = dragPlace(held, 1, above(left, front), OFF).positionM;
        still.forEach((value, axis) => expect(value).toBeCloseTo(positionM[axis], MICROMETRES));
      }),
    );
    const onRim = dragPlace(device, 1, above(0.2, 0), OFF).positionM;
    expect(onRim).toEqual([0, 0.1, 0]);
    const moved = { ...device, drivers: [device.drivers[0], { ...device.drivers[1], positionM: onRim }] };
    expect(dragPlace(moved, 1, above(0.05, 0), OFF, device).positionM[2]).toBeLessThan(-0.05);
  });

  it('goes to a sphere’s rim from outside, and from nearly there where it snaps', () => {
    const device = deviceIn('rigid-sphere');
    expect(dragPlace(device, 0, above(0.3, 0.4), OFF).positionM).toEqual([0.08, 0.06, 0]);
    expect(dragPlace(device, 0, above(0.066, 0.088), FIVE).positionM).toEqual([0.08, 0.06, 0]);
  });
});

describe('freePlace', () => {
  it('keeps a head’s height', () => {
    expect(freePlace([2, 0, 0.3], above(0.1012, 1.498), FIVE).positionM).toEqual([1.5, 0.1, 0.3]);
    expect(freePlace([2, 0.1, 0.3], above(0.002, 1.498), FIVE).hint).toEqual({ kind: 'axis' });
  });
});

describe('stepPlace', () => {
  it('goes as the arrows point', () => {
    const device = deviceIn('none');
    expect(stepPlace(device, 0, 0, 10, 1, 0.001)).toEqual([-0.001, 0.09, 0.02]);
    expect(stepPlace(device, 0, 2, -1, 1, 0.001)).toEqual([0, 0.101, 0.021]);
    expect(stepPlace(deviceIn('infinite-plane'), 0, 0, 0, 5, 0.001)).toEqual([0, 0.1, 0.02]);
  });

  it('goes around and over a sphere by the length of a step', () => {
    const device = deviceIn('rigid-sphere');
    for (const [right, up] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      for (const vertical of [0, 2] as const) {
        const [from, to] = [device.drivers[1].positionM, stepPlace(device, 1, vertical, right, up, 0.001)];
        expect(Math.hypot(...to)).toBeCloseTo(0.1, MICROMETRES);
        // The chord of a millimetre's arc, and the two roundings to a micrometre.
        expect(Math.abs(Math.hypot(...to.map((x, axis) => x - from[axis])) - 0.001)).toBeLessThan(2e-6);
      }
    }
  });

  it('ends at a pole, and comes away from it', () => {
    const top: Device = {
      ...deviceIn('rigid-sphere'),
      drivers: [{ id: 'top', positionM: [0, 0, 0.1], radiusM: 0.02 }],
    };
    expect(stepPlace(top, 0, 0, 0, 10, 0.001)).toEqual([0, 0, 0.1]);
    expect(stepPlace(top, 0, 0, 0, -10, 0.001)[2]).toBeLessThan(0.1);
  });
});
