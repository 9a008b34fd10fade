import { describe, expect, it } from 'vitest';
import { languageFor, type Wishes } from './languages.ts';
import { pseudo } from './pseudo.ts';

const NOTHING: Wishes = { asked: null, kept: null, liked: [] };
const THERE = ['de', 'fr', 'qps'];

describe('languageFor', () => {
  it.each([
    ['what the address asks for', { asked: 'fr', kept: 'de', liked: ['de'] }, 'fr'],
    ['what was chosen before', { ...NOTHING, kept: 'fr', liked: ['de'] }, 'fr'],
    ['what is liked best of what is there', { ...NOTHING, liked: ['nl', 'de-AT', 'en'] }, 'de'],
    ['English where that is liked better', { ...NOTHING, liked: ['en-GB', 'de'] }, 'en'],
    ['English where nothing that is wanted is there', { asked: 'xx', kept: 'yy', liked: ['nl'] }, 'en'],
    ['the pseudo-language when it is asked for', { ...NOTHING, asked: 'qps' }, 'qps'],
    ['the pseudo-language on no other ground', { ...NOTHING, kept: 'qps', liked: ['qps'] }, 'en'],
  ])('is %s', (_, wishes, tag) => {
    expect(languageFor(wishes, THERE)).toBe(tag);
  });
});

describe('the pseudo-language', () => {
  const words = pseudo.words('player', {
    open: 'Open files',
    level: (db: string) => `${db} dB loud`,
    lines: ['One', '±30°'],
    taken: { of: () => ({ title: 'Title' }) },
  });

  it('says everything in brackets, and longer', () => {
    expect(words.open).toBe('⟦Óþééñ ƒííļééš⟧');
    expect(words.level('−3')).toBe('⟦−3 đƁ ļóóúúđ⟧');
    expect(words.taken.of()).toEqual({ title: '⟦Ţííţļéé⟧' });
  });

  it('leaves what is no word', () => {
    expect(words.lines).toEqual(['⟦Óñéé⟧', '±30°']);
  });
});
