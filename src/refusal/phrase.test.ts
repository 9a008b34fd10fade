import { describe, expect, it } from 'vitest';
import { ENGLISH, inEnglish } from './english.ts';
import { phrase, say, type PhraseWords } from './phrase.ts';

const REFUSAL = phrase('expected', 'device.drivers[2].radiusM', phrase('number-between', 0.5, 2), -1.5);

describe('phrase', () => {
  it('is a whole sentence in English', () => {
    expect(inEnglish(REFUSAL)).toBe(
      'device.drivers[2].radiusM: expected a number between 0.5 and 2, got -1.5',
    );
  });

  it('is data: what is said of it is the same on the other side of a thread', () => {
    expect(inEnglish(structuredClone(REFUSAL))).toBe(inEnglish(REFUSAL));
  });

  it('has the order and the numbers of another language', () => {
    const other: PhraseWords = {
      ...ENGLISH,
      expected: (where, rule, got) => `${got} statt ${rule} (${where})`,
      'number-between': (low, high) => `einer Zahl zwischen ${low} und ${high}`,
    };
    const written = say(other, REFUSAL, (value) => String(value).replace('.', ','));
    expect(written).toBe('-1,5 statt einer Zahl zwischen 0,5 und 2 (device.drivers[2].radiusM)');
  });
});
