import type { DesignDocument } from './document.ts';

/** The same design on the model instead of on what was measured. */
export function withoutPlant(document: DesignDocument): DesignDocument {
  const { plant, ...rest } = document;
  return plant === undefined ? document : rest;
}
