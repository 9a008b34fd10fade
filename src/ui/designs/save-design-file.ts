import { exactJson, type DesignDocument } from '../../store/index.ts';
import { saveText } from '../designer/plot/save-file.ts';

/** The design as a file that the app, its links and the headless command read. */
export function saveDesignFile(document: DesignDocument): void {
  saveText(`${exactJson(document, '')}\n`, designFileName(document.name), 'application/json');
}

/** A name that every file system takes: letters and figures of any script, hyphens between. */
export function designFileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'design'}.json`;
}
