import { designFileText, fileStem, type DesignDocument } from '../../store/index.ts';
import { saveText } from '../designer/plot/save-file.ts';

/** The design as a file that the app, its links and the headless command read. */
export function saveDesignFile(document: DesignDocument): void {
  saveText(designFileText(document), `${fileStem(document.name)}.json`, 'application/json');
}
