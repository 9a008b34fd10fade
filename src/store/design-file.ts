import { DesignError } from '../design/design-error.ts';
import type { DesignDocument } from '../design/document.ts';
import { parseDesignText } from '../design/schema.ts';

/** No design is larger: what is, is something else, and reading it would take long. */
const LARGEST_FILE_BYTES = 1 << 20;

/**
 * The design in a file.
 * @throws DesignError 'too-large', 'unreadable' where the browser cannot read the file, or as `parseDesignText`
 */
export async function readDesignFile(file: File): Promise<DesignDocument> {
  if (file.size > LARGEST_FILE_BYTES) {
    const message = `expected at most ${LARGEST_FILE_BYTES} bytes, got ${file.size}`;
    throw new DesignError('too-large', '', file.size, message);
  }
  const text = await file.text().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw new DesignError('unreadable', '', file.name, message);
  });
  return parseDesignText(text);
}
