import type { Entries, Entry, Language, Words } from './language.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ';
const LETTERS = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index]!]));

/**
 * No language but a mirror for one: English with every letter accented, every vowel twice, which makes words about as long
 * as other languages have them, and brackets around. Whatever is shown without them does not come from the catalogue. Its
 * numbers are those of English in Germany: decimals follow a comma, thousands a point.
 */
export const pseudo: Language = {
  tag: 'en-DE-x-pseudo',
  direction: 'ltr',
  words: <Part extends Entries>(_: string, english: Part) => accented(english) as Words<Part>,
};

function accented(entry: unknown): unknown {
  if (typeof entry === 'string') return accentedText(entry);
  if (typeof entry === 'function') {
    const said = entry as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => accented(said(...values));
  }
  if (Array.isArray(entry)) return entry.map(accented);
  const branches = Object.entries(entry as Record<string, Entry>);
  return Object.fromEntries(branches.map(([name, branch]) => [name, accented(branch)]));
}

/** What is accented already, as words that others were made of, stays as it is. */
function accentedText(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  const letters = Array.from(text, (letter) => {
    const other = LETTERS.get(letter);
    if (other === undefined) return letter;
    return /[aeiou]/.test(letter) ? other + other : other;
  });
  return `⟦${letters.join('')}⟧`;
}
