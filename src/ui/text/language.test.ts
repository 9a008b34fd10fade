import { beforeAll, describe, expect, it } from 'vitest';
import { formatCount } from '../format.ts';
import { inLanguage, setLanguage, type Entries, type Entry, type Language } from './language.ts';

/** Every part of the catalogue as English has it, by the names of their files. */
const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });
const parts = Object.entries(files).flatMap(([file, module]) =>
  Object.entries(module)
    .filter(([name]) => /Text$/.test(name) && file !== './index.ts' && typeof module[name] === 'object')
    .map(([name, part]) => [name, part as Entries] as const),
);

function leaves(entry: Entry): unknown[] {
  return typeof entry === 'object' ? Object.values(entry as Entries).flatMap(leaves) : [entry];
}

describe('the catalogue', () => {
  it('has parts, all of strings and functions: what a translator can handle', () => {
    expect(parts.length).toBeGreaterThan(20);
    for (const [name, part] of parts) {
      const kinds = new Set(leaves(part).map((leaf) => typeof leaf));
      expect([name, [...kinds].filter((kind) => kind !== 'string' && kind !== 'function')]).toEqual([
        name,
        [],
      ]);
    }
  });
});

describe('another language', () => {
  const spelled = (part: string): string => `${part} in another language`;
  const other: Language = {
    tag: 'de',
    direction: 'ltr',
    words: (name, english) => ({ ...english, section: spelled(name) }) as never,
  };
  const early = inLanguage('player', { section: 'Player', loop: { in: 'In' } });
  const { loop } = early;

  beforeAll(() => setLanguage(other));

  it('takes over parts that are there, and what holds a branch of them', () => {
    expect(early.section).toBe('player in another language');
    expect(loop).toBe(early.loop);
  });

  it('takes over parts that come later', () => {
    expect(inLanguage('zone', { section: 'Zone' }).section).toBe('zone in another language');
  });

  it('writes numbers its own way', () => {
    expect(formatCount(16_384)).toBe('16.384');
  });
});
