import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../text/language.ts';
import { pseudo } from '../../text/pseudo.ts';
import { listFrequencies, readFrequencies } from './read-frequencies.ts';

describe('readFrequencies', () => {
  it.each([
    ['500, 1000,2000', [500, 1000, 2000]],
    ['1k 1.6kHz; 63Hz', [1000, 1600, 63]],
    [' 20 ', [20]],
  ])('takes %j', (text, valuesHz) => {
    expect(readFrequencies(text)).toEqual({ ok: true, valuesHz });
  });

  it.each([
    ['', 'at least one frequency'],
    ['500, 5', 'Frequency 2: expected 20 to 20000 Hz, got 5'],
    ['loud', 'Frequency 1: expected 20 to 20000 Hz, got loud'],
    ['1k, 1000', 'Frequency 2: 1000 is there already'],
    ['1 2 3 4 5 6 7', 'at most 6 frequencies, got 7'],
  ])('refuses %j and says why', (text, words) => {
    const reading = readFrequencies(text);
    expect(!reading.ok && reading.message).toContain(words);
  });
});

describe('with decimal commas', () => {
  it('commas are decimal ones, but for those with a space behind them', () => {
    setLanguage(pseudo);
    expect(listFrequencies([63.5, 1000])).toBe('63,5; 1000');
    for (const text of [listFrequencies([63.5, 1000]), '63,5, 1000', '63.5 1k'])
      expect(readFrequencies(text)).toEqual({ ok: true, valuesHz: [63.5, 1000] });
    // Thousands, or a kilohertz with three decimals?
    expect(readFrequencies('1.000').ok).toBe(false);
  });
});
