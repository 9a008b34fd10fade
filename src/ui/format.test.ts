import { describe, expect, it } from 'vitest';
import { formatFineTime, formatLength, formatSignedDb, formatTime } from './format.ts';

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
