import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../../design/presets.ts';
import { firstValues, generateArray } from '../../../store/arrays.ts';
import { arrayFrames } from './array-frame.ts';
import { numberPlaces, wordsThatFit } from './driver-labels.ts';
import { driverShape, freeRadiusPx, isHidden } from './driver-shape.ts';

const device = generateArray('smart-speaker', firstValues('smart-speaker'));
const { above, front } = arrayFrames({ ...PRESETS['smart-speaker'], device }, 'device', 320);
const [left, , tweeter, , woofer] = device.drivers;
const NONE = { kind: 'none' } as const;
const WALL = { kind: 'infinite-plane' } as const;

describe('driverShape', () => {
  it('is a disc where it faces the viewer, and a line on edge', () => {
    const facing = driverShape(woofer, device.baffle, above);
    expect(facing.thinPx).toBeCloseTo(0.05 * above.pxPerM, 6);
    expect(facing.widePx).toBeCloseTo(facing.thinPx, 6);
    expect(facing.isBehind).toBe(true);
    const onEdge = driverShape(woofer, device.baffle, front);
    expect(onEdge.thinPx).toBe(3);
    expect(onEdge.turnDeg).toBeCloseTo(90, 6);
  });

  it('is let into its sphere so far that its rim is on it', () => {
    const { x, widePx } = driverShape(left, device.baffle, above);
    const [originX] = above.at([0, 0, 0]);
    expect(Math.hypot(x - originX, widePx)).toBeCloseTo(0.09 * above.pxPerM, 6);
  });

  it('is as round from everywhere without a baffle, and on edge in a wall seen from above', () => {
    const free = driverShape(tweeter, NONE, above);
    expect(free.thinPx).toBe(free.widePx);
    expect(driverShape(tweeter, WALL, above)).toMatchObject({ thinPx: 3, turnDeg: 90 });
    const facing = driverShape(tweeter, WALL, front);
    expect(facing.thinPx).toBe(facing.widePx);
  });
});

describe('drivers that are over each other', () => {
  const at = (positionM: readonly [number, number, number], radiusM: number) =>
    driverShape({ id: 'd', positionM, radiusM }, { kind: 'rigid-sphere', radiusM: 0.09 }, front);
  const [near, far] = [at([0.072, 0.054, 0], 0.02), at([-0.072, 0.054, 0], 0.02)];

  it('leave the near one to be taken hold of', () => {
    expect([isHidden([near, far], 0), isHidden([near, far], 1)]).toEqual([false, true]);
    expect(isHidden([far], 0)).toBe(false);
  });

  it('show the number of the large one beside the small one', () => {
    const shapes = [0.06, 0.02].map((radiusM) => driverShape({ ...tweeter, radiusM }, WALL, front));
    const [large, small] = numberPlaces(shapes);
    expect(small).toEqual({ x: shapes[1].x, y: shapes[1].y });
    expect(large.y - small.y).toBeGreaterThan(13);
    expect(wordsThatFit([large, small], [1, 1], [0, 1])).toEqual([true, true]);
  });

  it('show the words of the one that is drawn over the other', () => {
    const elsewhere = { x: 0, y: 0 };
    expect(wordsThatFit([near, far, elsewhere], [1, 1, 1], [1, 0, 2])).toEqual([true, false, true]);
  });

  it('have targets that end half way to the next', () => {
    const shapes = [0, 0.02].map((up) => driverShape({ ...tweeter, positionM: [0, 0, up] }, NONE, front));
    expect(freeRadiusPx(shapes, 0, 100)).toBeCloseTo(0.01 * front.pxPerM, 6);
    expect(freeRadiusPx(shapes, 0, 5)).toBe(5);
  });
});
