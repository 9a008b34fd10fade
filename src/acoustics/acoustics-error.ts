/** A geometry that has no meaning: what is wrong (`code`), where (`field`, as a path into the arguments), and the value given. */
export class AcousticsError extends Error {
  override readonly name = 'AcousticsError';

  constructor(
    readonly code: 'driver-in-head' | 'source-in-head' | 'head-in-baffle' | 'unknown-measurement',
    readonly field: string,
    readonly value: unknown,
    message: string,
  ) {
    super(message);
  }
}
