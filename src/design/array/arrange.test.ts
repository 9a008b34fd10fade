import { describe, expect, it } from 'vitest';
import type { Device } from '../../acoustics/types.ts';
import { mirrorOrder } from '../mirror.ts';
import { PRESETS } from '../presets.ts';
import { renumbered, withDuplicate, withNewDriver, withoutDriver } from './arrange.ts';
import { firstOverlap } from './clearance.ts';
import { firstValues, generateArray } from './generators.ts';
import { mirroredId, withLeftMirrored, withMirrorImage } from './mirroring.ts';

const { soundbar, laptop } = PRESETS;
const idsOf = ({ drivers }: Device) => drivers.map(({ id }) => id);
const leftsOf = ({ drivers }: Device) => drivers.map(({ positionM }) => positionM[1]);

function row(...drivers: readonly (readonly [id: string, left: number, up?: number])[]): Device {
  return {
    baffle: { kind: 'none' },
    drivers: drivers.map(([id, left, up = 0]) => ({ id, positionM: [0, left, up], radiusM: 0.02 })),
  };
}

describe('one more driver', () => {
  it.each([
    ['beside the others in the air', laptop.device],
    ['in a row that is full to its right', row(['a', 0.05], ['b', 0], ['c', -0.044])],
    ['on a sphere', PRESETS['smart-speaker'].device],
    ['beside a woofer at a sphere’s pole', generateArray('smart-speaker', firstValues('smart-speaker'))],
  ])('is clear of all, %s', (_, device) => {
    for (const more of [withNewDriver(device), withDuplicate(device, 0)]) {
      expect(more.drivers).toHaveLength(device.drivers.length + 1);
      expect(firstOverlap(more)).toBeNull();
      expect(more.drivers.slice(0, -1)).toEqual(device.drivers);
      expect(new Set(idsOf(more)).size).toBe(more.drivers.length);
    }
  });

  it('is like its model: a duplicate in all, a new one in size alone', () => {
    const device: Device = {
      baffle: { kind: 'none' },
      drivers: [{ id: 'd1', positionM: [0, 0, 0], radiusM: 0.03, bandHz: [100, 900], gainDb: -2 }],
    };
    expect(withDuplicate(device, 0).drivers[1]).toMatchObject({ id: 'd2', bandHz: [100, 900], gainDb: -2 });
    expect(withNewDriver(device).drivers[1]).toEqual({ id: 'd2', positionM: [0, -0.066, 0], radiusM: 0.03 });
  });
});

describe('mirroring', () => {
  it('adds the image of a driver, with the name of the other side', () => {
    const made = withMirrorImage(row(['mid-left', 0.1, 0.02]), 0);
    expect(made.drivers[1]).toEqual({ id: 'mid-right', positionM: [0, -0.1, 0.02], radiusM: 0.02 });
  });

  it('moves the driver that has the mirrored name, and keeps its output', () => {
    const made = withMirrorImage(row(['R', -0.3], ['C', 0], ['L', 0.1]), 2);
    expect(idsOf(made)).toEqual(['R', 'C', 'L']);
    expect(leftsOf(made)).toEqual([-0.1, 0, 0.1]);
  });

  it('leaves a driver on the axis', () => {
    const device = row(['C', 0], ['d2', 0.1]);
    expect(withMirrorImage(device, 0)).toBe(device);
  });

  it('makes the right half the image of the left one, each in its output', () => {
    const uneven = {
      ...soundbar.device,
      drivers: soundbar.device.drivers.map((driver, index) =>
        index < 5 ? driver : { ...driver, positionM: [0.01, driver.positionM[1] + 0.013, 0.002] as const },
      ),
    };
    const made = withLeftMirrored(uneven);
    expect(idsOf(made)).toEqual(idsOf(soundbar.device));
    expect(leftsOf(made)).toEqual(leftsOf(soundbar.device));
    expect(mirrorOrder(made, soundbar.listener)).not.toBeNull();
  });

  it('drops drivers on the right that are no image, and adds the images that are missing', () => {
    const fewer = withLeftMirrored(row(['d1', 0.1], ['d2', -0.1], ['d3', -0.2], ['d4', 0]));
    expect(idsOf(fewer)).toEqual(['d1', 'd2', 'd4']);
    const more = withLeftMirrored(row(['d1', 0.2], ['d2', 0.1], ['d3', -0.09]));
    expect(leftsOf(more)).toEqual([0.2, 0.1, -0.1, -0.2]);
    expect(idsOf(more)).toEqual(['d1', 'd2', 'd3', 'd4']);
  });

  it.each([
    ['left', 'right'],
    ['Tweeter Right', 'Tweeter Left'],
    ['L', 'R'],
    ['r2', 'l2'],
    ['mid_L', 'mid_R'],
    ['woofer', null],
    ['d3', null],
    ['Larry', null],
  ])('mirrors the name %s to %s and back', (id, mirrored) => {
    expect(mirroredId(id)).toBe(mirrored);
    if (mirrored !== null) expect(mirroredId(mirrored)).toBe(id);
  });
});

describe('renumbered', () => {
  const device = row(['d1', -0.1], ['woofer', 0.3], ['d3', 0.1]);

  it('sorts from left to right; what only counts counts anew', () => {
    const made = renumbered(device, 'left-to-right');
    expect(idsOf(made)).toEqual(['woofer', 'd2', 'd3']);
    expect(leftsOf(made)).toEqual([0.3, 0.1, -0.1]);
  });

  it('sorts from front to back', () => {
    const deep: Device = {
      ...device,
      drivers: device.drivers.map((driver, index) => ({
        ...driver,
        positionM: [0.1 * index, 0, 0] as const,
      })),
    };
    expect(renumbered(deep, 'front-to-back').drivers.map(({ positionM }) => positionM[0])).toEqual([
      0.2, 0.1, 0,
    ]);
  });

  it('gives no id twice where a name looks like a number', () => {
    const made = renumbered(row(['d2', 0.1], ['a', 0.2], ['b', -0.1]), 'left-to-right');
    expect(idsOf(made)).toEqual(['a', 'd2', 'b']);
  });
});

describe('withoutDriver', () => {
  it('leaves the others in their order', () => {
    expect(idsOf(withoutDriver(row(['a', 0.1], ['b', 0], ['c', -0.1]), 1))).toEqual(['a', 'c']);
  });
});
