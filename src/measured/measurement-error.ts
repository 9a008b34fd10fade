/** A measurement that cannot be used: what is wrong (`code`), where (`field`), what it should be (`rule`), and the value that was found. */
export class MeasurementError extends Error {
  override readonly name = 'MeasurementError';

  constructor(
    readonly code: 'too-large' | 'not-the-format' | 'damaged' | 'unfit',
    readonly field: string,
    readonly rule: string,
    readonly value: unknown,
  ) {
    super(`${field}: expected ${rule}, got ${String(value)}`);
  }
}
