import type { DesignError } from './design-error.ts';

/** The code of a refusal because of a measurement that is not known here. */
export const MISSING_MEASUREMENT = 'missing-measurement';

/** Whether it is a refusal of the design core, for who does not need its words. */
export function isDesignError(error: unknown): error is DesignError {
  return error instanceof Error && error.name === 'DesignError';
}
