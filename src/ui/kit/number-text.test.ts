import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../format.ts';
import { readNumber, stepNumber } from './number-text.ts';

describe('readNumber', () => {
  it.each([
    ['28', 28],
    [' 28 cm ', 28],
    ['0,5', 0.5],
    ['−3.5', -3.5],
    ['.5', 0.5],
    ['12CM', 12],
  ])('reads %j', (text, value) => {
    expect(readNumber(text, { unit: 'cm' })).toEqual({ ok: true, value });
  });

  it.each([
    ['35 mm', 3.5],
    ['0,35m', 35],
    ['3 cm', 3],
    ['4', 4],
    ['7 MM', 0.7],
  ])('reads %j by its own unit', (text, value) => {
    const rule = { unit: 'cm', units: { mm: 0.1, m: 100 } };
    expect(readNumber(text, rule)).toEqual({ ok: true, value });
    expect(readNumber(`${text}x`, rule).ok).toBe(false);
  });

  it.each(['', 'abc', '1e3', '1.2.3', '--2', '28 dB', 'Infinity'])('refuses %j', (text) => {
    expect(readNumber(text, { unit: 'cm' })).toEqual({ ok: false, message: 'Enter a number' });
  });

  it('refuses thousands that are apart, and says so', () => {
    const message = 'Enter a number without separators between thousands; decimals follow “.”';
    expect(readNumber('1,234 Hz', { unit: 'Hz' })).toEqual({ ok: false, message });
  });

  it('names the range instead of clamping', () => {
    expect(readNumber('500', { min: 5, max: 400, unit: 'cm' })).toEqual({
      ok: false,
      message: 'Enter a number from 5 to 400 cm',
    });
    expect(readNumber('2.5', { min: 1, max: 32, isWhole: true })).toEqual({
      ok: false,
      message: 'Enter a whole number from 1 to 32',
    });
    expect(readNumber('-1', { min: 0 })).toEqual({ ok: false, message: 'Enter a number of at least 0' });
  });
});

describe('stepNumber', () => {
  it('leaves no binary residue and stops at the ends', () => {
    expect(stepNumber(0.2, 1, 0.1, {})).toBe(0.3);
    expect(stepNumber(9, 10, 1, { max: 12 })).toBe(12);
    expect(stepNumber(1, -10, 1, { min: 0 })).toBe(0);
  });
});

describe('formatNumber', () => {
  it('is read back as the rounded value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, decimals) => {
          const reading = readNumber(formatNumber(value, decimals), {});
          // Half of the last place shown, and the residue of the division by a power of ten.
          expect(reading.ok && Math.abs(reading.value - value)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals + 1e-9,
          );
        },
      ),
    );
  });

  it('has no negative zero', () => {
    expect(formatNumber(-0.001, 1)).toBe('0');
  });
});
