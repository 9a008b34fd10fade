import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('is due at once, then after its interval, or when asked to be', () => {
  const pace = new Pace(0.2);
  expect([0.1, 0.1, 0.15, 0.01].map((elapsed) => pace.due(elapsed))).toEqual([true, false, true, false]);
  expect(pace.due(0.01, true)).toBe(true);
  expect(pace.due(0.1)).toBe(false);
});
