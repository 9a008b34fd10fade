import { DesignError } from '../design/design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import { reasonOf } from './wiring.ts';
import { parseDesignText } from '../design/schema.ts';
import { phrase } from '../refusal/phrase.ts';

/** No design is larger: what is, is something else, and reading it would take long. */
const LARGEST_FILE_BYTES = 1 << 20;

/**
 * The design in a file.
 * @throws DesignError 'too-large', 'unreadable' where the browser cannot read the file, or as `parseDesignText`
 */
export async function readDesignFile(file: File): Promise<DesignDocument> {
  if (file.size > LARGEST_FILE_BYTES) {
    const said = phrase('most-bytes', LARGEST_FILE_BYTES, file.size);
    throw new DesignError('too-large', '', file.size, said);
  }
  const text = await file.text().catch((error: unknown) => {
    throw new DesignError('unreadable', '', file.name, phrase('unreadable', reasonOf(error)));
  });
  return parseDesignText(text);
}
