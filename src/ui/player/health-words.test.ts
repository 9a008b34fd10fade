import { describe, expect, it } from 'vitest';
import { gapWords, latencyRows, loadRows } from './health-words.ts';

const health = {
  algorithmSeconds: 0.09,
  baseSeconds: 0.01,
  outputSeconds: 0.032,
  gaps: { count: 0, seconds: 0, ofSeconds: 61.7 },
  load: [],
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

describe('loadRows', () => {
  it('adds the parts up, in percent, and has nothing to say while nothing is known', () => {
    const load = [
      { part: 'upmix', share: 0.012, longestShare: 0.04 },
      { part: 'filter matrix', share: 0.0305, longestShare: 0.1 },
    ] as const;
    expect(loadRows({ ...health, load })).toEqual([
      { name: 'Upmix', mean: '1.2', longest: '4.0', isSum: false },
      { name: 'Filter matrix', mean: '3.0', longest: '10.0', isSum: false },
      { name: 'In all', mean: '4.3', longest: null, isSum: true },
    ]);
    expect(loadRows(health)).toEqual([]);
    expect(loadRows({ ...health, load: null })).toEqual([]);
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
