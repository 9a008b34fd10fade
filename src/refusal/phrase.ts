import type { ENGLISH } from './english.ts';

export type PhraseCode = keyof typeof ENGLISH;

/** The same in any language. */
export type PhraseWords = {
  readonly [Code in PhraseCode]: (typeof ENGLISH)[Code] extends string
    ? string
    : (...values: string[]) => string;
};

/** A name as it is, a number to be written the reader's way, or more words. */
export type PhraseValue = string | number | Phrase;
export type Phrase = readonly [code: PhraseCode, ...values: (string | number | Phrase)[]];

/** Why something failed: to be said in any language, or what an error says that nobody foresaw, as it is. */
export type Reason = Phrase | string;

type ValuesOf<Code extends PhraseCode> = (typeof ENGLISH)[Code] extends (...values: infer Strings) => string
  ? { readonly [Index in keyof Strings]: PhraseValue }
  : readonly [];

/** @param values as many as the words of the code take */
export function phrase<Code extends PhraseCode>(code: Code, ...values: ValuesOf<Code>): Phrase {
  return [code, ...(values as readonly PhraseValue[])];
}

/** @param write a number, as the language has it */
export function say(words: PhraseWords, [code, ...values]: Phrase, write: (value: number) => string): string {
  const word: string | ((...values: string[]) => string) = words[code];
  if (typeof word === 'string') return word;
  return word(
    ...values.map((value) => {
      if (typeof value === 'string') return value;
      return typeof value === 'number' ? write(value) : say(words, value, write);
    }),
  );
}
