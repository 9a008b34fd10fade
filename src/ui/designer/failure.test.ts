import { describe, expect, it } from 'vitest';
import { ruleBrokenAt } from './failure.ts';
import { phrase } from '../../refusal/phrase.ts';

const FAILURE = {
  code: 'invalid-field',
  field: 'device.drivers[2].radiusM',
  said: phrase('expected', 'device.drivers[2].radiusM', phrase('above-zero'), -1),
};

describe('ruleBrokenAt', () => {
  it('is the rule, at the field and at what holds it', () => {
    expect(ruleBrokenAt(FAILURE, 'device.drivers[2].radiusM')).toBe('Expected a number > 0, got −1');
    expect(ruleBrokenAt(FAILURE, 'device.drivers')).toBe('Expected a number > 0, got −1');
  });

  it('is nothing at another field, though its name begins alike', () => {
    expect(ruleBrokenAt(FAILURE, 'device.drivers[2].radius')).toBeUndefined();
    expect(ruleBrokenAt(FAILURE, 'device.drivers[20].radiusM')).toBeUndefined();
    expect(ruleBrokenAt(null, 'device.drivers')).toBeUndefined();
  });
});
