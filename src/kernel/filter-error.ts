export type FilterFault = 'shape' | 'rate' | 'not-finite' | 'plan';

/** A set of filters that a matrix cannot take: what is wrong, where, and the value that was found. */
export class FilterError extends Error {
  override readonly name = 'FilterError';

  constructor(
    readonly code: FilterFault,
    readonly field: string,
    readonly value: unknown,
    rule: string,
  ) {
    super(`${field}: expected ${rule}, got ${String(value)}`);
  }
}
