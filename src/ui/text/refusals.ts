import { ENGLISH } from '../../refusal/english.ts';
import { say, type Reason } from '../../refusal/phrase.ts';
import { formatExact } from '../format.ts';
import { inLanguage } from './language.ts';

/** Why designs, measurements and sound files are refused, by the codes of `src/refusal`. */
export const refusalsText = inLanguage('refusals', {
  ...ENGLISH,
  /** Before what a browser or a library says, in words of its own. */
  technical: (detail: string) => `technical detail: ${detail}`,
  sentence: (reason: string) => `${reason}.`,
} as const);

/** What was foreseen in words of the language, anything else as what it is. */
export function reasonWords(reason: Reason): string {
  return typeof reason === 'string' ? refusalsText.technical(reason) : say(refusalsText, reason, formatExact);
}

/** The rule that was broken, where the field stands beside it. */
export function ruleWords(reason: Reason): string {
  if (typeof reason === 'string' || reason[0] !== 'expected') return reasonWords(reason);
  const [, , rule, got] = reason;
  return say(refusalsText, ['rule', rule!, got!], formatExact);
}

/** Standing by itself. */
export function reasonSentence(reason: Reason): string {
  return refusalsText.sentence(reasonWords(reason).replace(/\.$/, ''));
}
