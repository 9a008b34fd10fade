import { describe, expect, it } from 'vitest';
import { hoverTemplate } from './hover-template.ts';

describe('a sentence with fields', () => {
  it('has them where the language puts them, and whole whatever it does to letters', () => {
    const sentence = (low: string, high: string) => `from ${high} down to ${low}`.toUpperCase();
    expect(hoverTemplate(sentence, '%{y:.1f}', '%{customdata}')).toBe('FROM %{customdata} DOWN TO %{y:.1f}');
  });
});
