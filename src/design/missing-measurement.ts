import type { MeasurementReference } from '../acoustics/types.ts';
import { DesignError } from './design-error.ts';

export const MISSING_MEASUREMENT = 'missing-measurement';

/** What a document refers to is not known here. @param field of the document */
export function missingMeasurement(field: string, { name, sha256 }: MeasurementReference): DesignError {
  const short = sha256.slice(0, 12);
  return new DesignError(
    MISSING_MEASUREMENT,
    field,
    name,
    `${field}: expected the measurement "${name}" (SHA-256 ${short}…), got none: open its files here, or design on the model`,
  );
}

/** What a document refers to is of another device. */
export function otherDevice(
  field: string,
  { name }: MeasurementReference,
  expected: number,
  got: number,
): DesignError {
  return new DesignError(
    'invalid-field',
    field,
    name,
    `${field}: expected responses of ${expected} ${expected === 1 ? 'driver' : 'drivers'}, got those of ${got} in "${name}"`,
  );
}
