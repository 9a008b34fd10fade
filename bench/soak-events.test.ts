import { describe, expect, it } from 'vitest';
import { Chance, planSegment, SHAPES } from './soak-events.ts';

describe('planSegment', () => {
  it('plans the same for the same seed and segment, and something else for others', () => {
    expect(planSegment(1, 2)).toEqual(planSegment(1, 2));
    const plans = [planSegment(1, 2), planSegment(1, 3), planSegment(2, 2), planSegment(2, 1)];
    expect(new Set(plans.map((plan) => JSON.stringify({ ...plan, index: 0 }))).size).toBe(4);
  });

  it('has an event for every second but the first, of every kind within 20 segments, on every device', () => {
    const plans = Array.from({ length: 60 }, (_, index) => planSegment(3, index));
    for (const { seconds, events } of plans) expect(events).toHaveLength(seconds - 1);
    const kinds = new Set(plans.slice(0, 20).flatMap(({ events }) => events.map(({ kind }) => kind)));
    expect(kinds.size).toBe(7);
    expect(new Set(plans.map(({ shape }) => shape))).toEqual(new Set(SHAPES));
  });
});

describe('Chance', () => {
  it('is even', () => {
    const chance = new Chance(5);
    const mean = Array.from({ length: 10_000 }, () => chance.next()).reduce((a, b) => a + b, 0) / 10_000;
    // Five standard deviations of the mean of 10,000 even numbers.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * 0.00289);
  });
});
