import { describe, expect, it } from 'vitest';
import { gapWords, latencyRows } from './health-words.ts';

const health = {
  algorithmSeconds: 0.09,
  baseSeconds: 0.01,
  outputSeconds: 0.032,
  gaps: { count: 0, seconds: 0, ofSeconds: 61.7 },
};

describe('latencyRows', () => {
  it('adds the parts up', () => {
    expect(latencyRows(health).map(({ value }) => value)).toEqual(['90.0', '10.0', '32.0', '132.0']);
  });

  it('says "at least" where a part is not told', () => {
    const rows = latencyRows({ ...health, outputSeconds: null });
    expect(rows[2]!.value).toBeNull();
    expect(rows.at(-1)).toMatchObject({ value: '100.0', isSum: true });
    expect(rows.at(-1)!.name).toMatch(/at least/i);
  });
});

describe('gapWords', () => {
  it('counts gaps, or says that there were none or that nobody counts', () => {
    expect(gapWords(health)).toContain('61 s');
    const gaps = { count: 2, seconds: 0.012, ofSeconds: 61.7 };
    expect(gapWords({ ...health, gaps })).toMatch(/2 gaps.*12 ms/);
    expect(gapWords({ ...health, gaps: { ...gaps, count: 1 } })).toMatch(/1 gap,/);
    expect(gapWords({ ...health, gaps: null })).toMatch(/does not count/);
  });
});
