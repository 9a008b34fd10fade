import { describe, expect, it } from 'vitest';
import { fallTo, METER_FLOOR_DB, meterFraction } from './level-motion.ts';

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
    expect(fallTo(-40, -Infinity, 10)).toBe(METER_FLOOR_DB);
  });
});
