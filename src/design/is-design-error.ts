import type { DesignError } from './design-error.ts';

/** Whether it is a refusal of the design core, for who does not need its words. */
export function isDesignError(error: unknown): error is DesignError {
  return error instanceof Error && error.name === 'DesignError';
}
