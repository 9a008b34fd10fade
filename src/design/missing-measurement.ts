import type { MeasurementReference } from '../acoustics/types.ts';
import { DesignError } from './design-error.ts';
import { MISSING_MEASUREMENT } from './is-design-error.ts';
import { phrase } from '../refusal/phrase.ts';

/** What a document refers to is not known here. @param field of the document */
export function missingMeasurement(field: string, { name, sha256 }: MeasurementReference): DesignError {
  const short = sha256.slice(0, 12);
  return new DesignError(
    MISSING_MEASUREMENT,
    field,
    name,
    phrase('expected', field, phrase('measurement', name, short), phrase('none-open-its-files')),
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
    phrase('expected', field, phrase('responses-of', expected), phrase('responses-in', got, name)),
  );
}
