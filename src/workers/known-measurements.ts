import { dropMeasuredDrivers, measuredDriversOf } from '../acoustics/measured-drivers.ts';
import { keepDriverResponses } from '../design/driver-responses.ts';
import { dropEarResponses, hasEarResponses, keepEarResponses } from '../design/plant.ts';
import { readDriverResponses } from '../measured/driver-files.ts';
import { readEarResponses } from '../measured/ear-responses.ts';
import { MeasurementError } from '../measured/measurement-error.ts';
import type { KnowsMeasurements, MeasurementFile } from '../protocol/measurements-protocol.ts';
import { fileHash } from './file-hash.ts';

/** What every worker on designs answers with: makes measurements known to its thread, each once, and unknown again. */
export const knowsMeasurements: KnowsMeasurements = {
  async know(files) {
    for (const one of files) await know(one);
  },
  forget(hashes) {
    for (const sha256 of hashes) {
      dropEarResponses(sha256);
      dropMeasuredDrivers(sha256);
    }
  },
};

async function know({ kind, name, sha256, file }: MeasurementFile): Promise<void> {
  if (kind === 'plant' ? hasEarResponses(sha256) : measuredDriversOf({ name, sha256 }) !== null) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if ((await fileHash(bytes)) !== sha256) return;
  try {
    if (kind === 'plant') keepEarResponses(sha256, readEarResponses({ name, bytes }));
    else keepDriverResponses(sha256, readDriverResponses({ name, bytes }));
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error;
  }
}
