import { readFile } from 'node:fs/promises';
import { DesignError } from '../design/design-error.ts';
import { createDesigner } from '../design/designer.ts';
import type { Design } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import { parseDesignText } from '../design/schema.ts';
import { withMeasurements } from './read-measurements.ts';
import { CommandError, fileError } from './command-error.ts';

/**
 * Reads a design, and what it refers to.
 * @param plantPath where responses at the ears are, if not beside it
 * @throws CommandError when a file cannot be read; DesignError naming file, field and rule when it is refused
 */
export async function readDesign(path: string, plantPath?: string): Promise<DesignDocument> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileError(path, 'read', error);
  });
  // Editors on some systems put a byte-order mark before the text.
  const design = parseDesignText(text.replace(/^\uFEFF/, ''), path);
  return (await withMeasurements(path, design, plantPath)).document;
}

/**
 * Designs the document of a file.
 * @param latencySamples modelling delay of the filters; half their length where absent
 * @throws CommandError naming the file when the document cannot be designed
 */
export function designDocument(path: string, document: DesignDocument, latencySamples?: number): Design {
  try {
    return createDesigner({ remember: false }).design(document, latencySamples);
  } catch (error) {
    throw error instanceof DesignError ? new CommandError(`${path}: ${error.message}`) : error;
  }
}
