import { isDesignError } from '../design/is-design-error.ts';
import type { DesignDocument } from '../design/document.ts';

/** A kept design through the schema; `null` where this Soundstage cannot read it. @param parse of the schema, which is fetched where there is something */
export function readOrNull(parse: (value: unknown) => DesignDocument, value: unknown): DesignDocument | null {
  try {
    return parse(value);
  } catch (error) {
    if (isDesignError(error)) return null;
    throw error;
  }
}
