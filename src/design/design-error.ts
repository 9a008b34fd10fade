/** A refusal of the design core: what was wrong (`code`), where (`field`), and the value that was given. */
export class DesignError extends Error {
  override readonly name = 'DesignError';

  constructor(
    readonly code: string,
    readonly field: string,
    readonly value: unknown,
    message: string,
  ) {
    super(message);
  }
}
