import { inEnglish } from '../refusal/english.ts';
import type { Phrase } from '../refusal/phrase.ts';
/** A refusal of the design core: what was wrong (`code`), where (`field`), the value that was given, and all of it to be said (`said`). */
export class DesignError extends Error {
  override readonly name = 'DesignError';

  constructor(
    readonly code: string,
    readonly field: string,
    readonly value: unknown,
    readonly said: Phrase,
  ) {
    super(inEnglish(said));
  }
}
