import { measuredDriversOf } from '../acoustics/measured-drivers.ts';
import { keepDriverResponses } from '../design/driver-responses.ts';
import { hasEarResponses, keepEarResponses } from '../design/plant.ts';
import { readDriverResponses } from '../measured/driver-files.ts';
import { readEarResponses } from '../measured/ear-responses.ts';
import { MeasurementError } from '../measured/measurement-error.ts';
import type { KnowsMeasurements, MeasurementFile } from '../protocol/measurements-protocol.ts';
import { fileHash } from './file-hash.ts';

/** Makes measurements known to this thread, each once. */
export const knowMeasurements: KnowsMeasurements['know'] = async (files) => {
  for (const one of files) await know(one);
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
