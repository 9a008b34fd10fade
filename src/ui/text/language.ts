import type { Catalogue } from './catalogue.ts';

/** What functions of the catalogue make of names and numbers. */
export type Said = string | readonly string[] | { readonly [name: string]: string };

/** What a translator meets: strings, functions that make such, and both by name. */
export type Entry = string | ((...values: never[]) => Said) | Entries | readonly Entry[];
export interface Entries {
  readonly [name: string]: Entry;
}

/** The shape of what is said in English, for whatever is said in another language. */
export type Words<English> = English extends string
  ? string
  : English extends (...values: infer Values) => infer Result
    ? (...values: Values) => Words<Result>
    : { readonly [Name in keyof English]: Words<English[Name]> };

export interface Language {
  /** As in the `lang` of a document, and for its numbers and dates. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** A part of the catalogue. @param english its words in English, for languages that are made from them */
  words<Part extends Entries>(name: keyof Catalogue, english: Part): Words<Part>;
}

/** Parts whose words are in use, by name. */
const parts = new Map<keyof Catalogue, Entries>();
let current: Language | null = null;

/** A part of the catalogue: in English until another language is set, then in that one, whoever holds it or a part of it. */
export function inLanguage<const Part extends Entries>(name: keyof Catalogue, english: Part): Words<Part> {
  parts.set(name, english);
  if (current) take(english, current.words(name, english));
  return english as unknown as Words<Part>;
}

/**
 * Says all in another language from now on: to be called before anything is shown. Another one is chosen by loading the page
 * again, so that nothing on the screen has to be told.
 */
export function setLanguage(language: Language): void {
  current = language;
  for (const [name, part] of parts) take(part, language.words(name, part));
}

/** For numbers and dates. */
export function languageTag(): string {
  return current?.tag ?? 'en';
}

type Branch = Record<string, Entry>;

/** Word by word, so that what holds a branch of the part holds the other language's. */
function take(into: object, words: object): void {
  for (const [name, word] of Object.entries(words as Branch)) {
    const branches = into as Branch;
    const before = branches[name];
    if (typeof word === 'object' && typeof before === 'object') take(before, word);
    else branches[name] = word;
  }
}
