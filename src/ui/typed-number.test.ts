import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedDigits } from './typed-number.ts';

describe('typedDigits', () => {
  it.each([
    ['0.5', '.', 0.5],
    ['0,5', '.', 0.5],
    ['0,125', '.', 0.125],
    ['1.234', '.', 1.234],
    ['1234', '.', 1234],
    ['0.5', ',', 0.5],
    ['0,5', ',', 0.5],
    ['1,234', ',', 1.234],
    ['12,5', '.', 12.5],
    ['−3.25', ',', -3.25],
    [' .5 ', '.', 0.5],
  ])('reads %j where decimals follow %j', (text, decimal, value) => {
    expect(Number(typedDigits(text, decimal))).toBe(value);
  });

  it.each([
    ['1,234', '.'],
    ['-12,000', '.'],
    ['1.234', ','],
    ['1.234,5', ','],
    ['1,234.5', '.'],
    ['1,234,567', '.'],
    ['1 234', '.'],
    ['1’234.5', '.'],
  ])(
    'takes %j for no number where decimals follow %j: thousands are apart in it, or may be',
    (text, decimal) => {
      expect(typedDigits(text, decimal)).toBe('grouped');
    },
  );

  it.each(['', 'loud', '1.2.3', '1,2,3', '--1', '1e3'])('has no number for %j', (text) => {
    expect(typedDigits(text, '.')).toBeNull();
    expect(typedDigits(text, ',')).toBeNull();
  });

  it('reads whatever is written with the decimal sign', () => {
    const numbers = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6), fc.constantFrom('.', ','));
    fc.assert(
      fc.property(numbers, ([units, places, decimal]) => {
        const text = (units / 10 ** places).toFixed(places);
        expect(typedDigits(text.replace('.', decimal), decimal)).toBe(text);
      }),
    );
  });
});
