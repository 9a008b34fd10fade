import { DESIGN_RULES } from './design-rules.ts';
import { MEASURED_RULES } from './measured-rules.ts';
import { MEDIA_RULES } from './media-rules.ts';
import { say, type Phrase } from './phrase.ts';

/**
 * All that is refused, in English, by code: what the command says and what the page's catalogue begins with. Pure code names a
 * code and its values, which go between threads as data; whoever shows it chooses the words.
 */
export const ENGLISH = {
  ...DESIGN_RULES,
  ...MEASURED_RULES,
  ...MEDIA_RULES,
  expected: (where: string, rule: string, got: string) => `${where}: expected ${rule}, got ${got}`,
  /** At a field that is named beside it. */
  rule: (rule: string, got: string) => `Expected ${rule}, got ${got}`,
  at: (place: string, what: string) => `${place}: ${what}`,
} as const;

/** In English, its numbers as files have them. */
export function inEnglish(said: Phrase): string {
  return say(ENGLISH, said, String);
}
