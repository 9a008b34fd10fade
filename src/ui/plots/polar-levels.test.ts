import { describe, expect, it } from 'vitest';
import { closedCircle, levelTowards, normalised } from './polar-levels.ts';

/** Two frequencies; on axis −2 and −10 dB. */
const MAP = {
  azimuthDeg: [-180, -90, 0, 90],
  frequencyHz: [100, 1000],
  levelDb: Float32Array.of(-20, -30, -8, -40, -2, -10, 0, -6),
};
/** Float32 levels. */
const DIGITS = 5;

describe('normalised', () => {
  it('puts the level on axis at 0 dB at every frequency', () => {
    const { levelDb } = normalised(MAP, 'on-axis');
    expect([...levelDb]).toEqual([-18, -20, -6, -30, 0, 0, 2, 4]);
  });

  it('puts the loudest direction at 0 dB', () => {
    const { levelDb } = normalised(MAP, 'maximum');
    expect(Math.max(levelDb[0], levelDb[2], levelDb[4], levelDb[6])).toBe(0);
    expect(Math.max(levelDb[1], levelDb[3], levelDb[5], levelDb[7])).toBe(0);
  });

  it('takes the mean power inside ±30°, here that on axis and at 30°', () => {
    const map = { azimuthDeg: [0, 30, 90], frequencyHz: [100], levelDb: Float32Array.of(0, -Infinity, -3) };
    const halfPowerDb = 10 * Math.log10(2);
    expect(normalised(map, 'listening-window').levelDb[0]).toBeCloseTo(halfPowerDb, DIGITS);
  });

  it('keeps the response with none, 0 dB being the loudest of the absolute levels', () => {
    const absoluteDb = MAP.levelDb.map((level) => level + 60);
    const { levelDb } = normalised({ ...MAP, absoluteDb }, 'none');
    expect([...levelDb]).toEqual([...MAP.levelDb]);
  });
});

describe('closedCircle', () => {
  it('repeats the direction behind at the other end', () => {
    const closed = closedCircle(MAP);
    expect(closed.azimuthDeg).toEqual([-180, -90, 0, 90, 180]);
    expect([...levelTowards(closed, 180)]).toEqual([-20, -30]);
    const mirrored = closedCircle({ ...MAP, azimuthDeg: [-90, 0, 90, 180] });
    expect(mirrored.azimuthDeg).toEqual([-180, -90, 0, 90, 180]);
    expect([...levelTowards(mirrored, -180)]).toEqual([0, -6]);
  });

  it('leaves a circle that is closed as it is', () => {
    const map = { azimuthDeg: [-180, 0, 180], frequencyHz: [100], levelDb: Float32Array.of(1, 2, 1) };
    expect(closedCircle(map)).toBe(map);
  });
});
