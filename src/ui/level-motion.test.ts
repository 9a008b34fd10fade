import { describe, expect, it } from 'vitest';
import { fallTo, LevelMotion, METER_FLOOR_DB, meterFraction } from './level-motion.ts';

describe('meterFraction', () => {
  it('spans the meter and stays on it', () => {
    expect(meterFraction(0)).toBe(1);
    expect(meterFraction(METER_FLOOR_DB / 2)).toBe(0.5);
    expect(meterFraction(-Infinity)).toBe(0);
    expect(meterFraction(6)).toBe(1);
  });
});

describe('fallTo', () => {
  it('rises at once and falls at its rate, down to the level', () => {
    expect(fallTo(-40, -6, 1 / 60)).toBe(-6);
    expect(fallTo(-6, -Infinity, 0.5)).toBe(-24);
    expect(fallTo(-6, -10, 0.5)).toBe(-10);
    expect(fallTo(-40, -Infinity, 10)).toBe(-90);
  });
});

describe('LevelMotion', () => {
  it('holds the largest for a second and a half, then lets it fall', () => {
    const motion = new LevelMotion(1);
    motion.move(Float32Array.of(-6), 0.1);
    const quiet = Float32Array.of(-Infinity);
    for (let i = 0; i < 14; i++) motion.move(quiet, 0.1);
    expect(motion.shownDb[0]).toBeCloseTo(-56.4, 3);
    expect(motion.heldDb[0]).toBe(-6);
    for (let i = 0; i < 3; i++) motion.move(quiet, 0.1);
    expect(motion.heldDb[0]).toBeLessThan(-12);
    motion.move(Float32Array.of(-3), 0.1);
    expect([motion.shownDb[0], motion.heldDb[0]]).toEqual([-3, -3]);
  });

  it('is empty at rest', () => {
    const motion = new LevelMotion(2);
    motion.move(Float32Array.of(-6, -9), 0.1);
    motion.rest();
    expect([...motion.shownDb, ...motion.heldDb].map(meterFraction)).toEqual([0, 0, 0, 0]);
  });
});
