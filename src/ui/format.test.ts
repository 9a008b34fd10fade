import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatExact,
  formatFineTime,
  formatFixed,
  formatLength,
  formatNumber,
  formatSignedDb,
  formatTime,
  numberSigns,
  shortFrequency,
} from './format.ts';
import { setLanguage } from './text/language.ts';
import { pseudo } from './text/pseudo.ts';

describe('formatTime', () => {
  it.each([
    [0, '0:00'],
    [12.9, '0:12'],
    [47.9999999, '0:48'],
    [61, '1:01'],
    [3725, '1:02:05'],
    [-1, '0:00'],
  ])('%d s is %s', (seconds, text) => expect(formatTime(seconds)).toBe(text));
});

describe('formatFineTime', () => {
  it.each([
    [0, '0:00:00.000'],
    [12.3456, '0:00:12.346'],
    [3725.9996, '1:02:06.000'],
  ])('%d s is %s', (seconds, text) => expect(formatFineTime(seconds)).toBe(text));
});

describe('formatSignedDb', () => {
  it.each([
    [-2.34, '−2.3'],
    [0.44, '+0.4'],
    [-0.04, '0.0'],
    [0, '0.0'],
  ])('%d dB is %s', (value, text) => expect(formatSignedDb(value)).toBe(text));
});

describe('formatLength', () => {
  it.each([
    [0.24, '24 cm'],
    [0.555, '55.5 cm'],
    [1, '1 m'],
    [2.2, '2.2 m'],
  ])('%d m is %s', (metres, text) => expect(formatLength(metres)).toBe(text));
});

describe('formatFixed', () => {
  it.each([
    [1.005, 2, '1.00'],
    [-3.14159, 2, '−3.14'],
    [-0.001, 1, '0.0'],
    [12_345.6, 0, '12346'],
  ])('%d with %d decimals is %s, rounded as files are', (value, digits, text) => {
    expect(formatFixed(value, digits)).toBe(text);
  });
});

describe('a language with decimal commas', () => {
  it('has them everywhere, and its own sign between thousands', () => {
    setLanguage(pseudo);
    expect(numberSigns()).toEqual({ decimal: ',', group: '.' });
    expect([formatFixed(-2.5, 2), formatNumber(2.5, 3), formatExact(0.125)]).toEqual([
      '−2,50',
      '2,5',
      '0,125',
    ]);
    expect([formatSignedDb(3.21), formatLength(1.25), shortFrequency(1250)]).toEqual([
      '+3,2',
      '1,25 m',
      '1,25k',
    ]);
    expect([formatFineTime(1.5), formatCount(16_384)]).toEqual(['0:00:01,500', '16.384']);
  });
});
