import { inEnglish } from '../refusal/english.ts';
import { phrase, type Phrase, type PhraseValue } from '../refusal/phrase.ts';
/** A measurement that cannot be used: what is wrong (`code`), where (`field`), what it should be (`rule`), and the value that was found. */
export class MeasurementError extends Error {
  override readonly name = 'MeasurementError';
  /** All of it, to be said. */
  readonly said: Phrase;

  constructor(
    readonly code: 'too-large' | 'not-the-format' | 'damaged' | 'unfit',
    readonly field: string | Phrase,
    readonly rule: Phrase,
    readonly value: PhraseValue,
  ) {
    const said = phrase('expected', field, rule, value);
    super(inEnglish(said));
    this.said = said;
  }
}
