import type { DesignDocument } from '../design/document.ts';
import { onTwoLoudspeakers } from '../design/two-loudspeakers.ts';
import type { Listening } from '../protocol/listening-protocol.ts';

/** A document as it is designed for a way of listening. @throws DesignError where it does not go with it */
export function documentOn(document: DesignDocument, listening: Listening): DesignDocument {
  return listening.kind === 'loudspeakers' ? onTwoLoudspeakers(document, listening) : document;
}
