import type { HeadRatios } from '../acoustics/head.ts';
import { earTransfers } from '../acoustics/transfers.ts';
import type { ComplexMatrices } from '../acoustics/types.ts';
import type { DesignDocument } from './document.ts';
import { earResponsesOf, plantTransfers } from './plant.ts';

/**
 * Every driver at the ears of the listener at its place: as it was measured there, where the document has a plant, else by the model.
 * @param head a measured one: it hears the model's device in free field, whatever was measured in place
 * @returns (frequencies, 2 ears: left, right, drivers)
 * @throws DesignError where the document's plant is not known
 */
export function listenerEars(
  document: DesignDocument,
  frequenciesHz: Float64Array,
  head?: HeadRatios,
): ComplexMatrices {
  const { device, listener, speedOfSoundMps } = document;
  const measured = head ? null : earResponsesOf(document);
  if (measured) return plantTransfers(document, measured, frequenciesHz);
  return earTransfers(device, listener, frequenciesHz, speedOfSoundMps, undefined, head);
}

/** What of a document its `listenerEars` depend on, besides the frequencies. */
export function earKey(document: DesignDocument): readonly unknown[] {
  const { device, listener, speedOfSoundMps, plant, filterTaps, sampleRateHz } = document;
  return [device, listener, speedOfSoundMps, ...(plant ? [plant.sha256, filterTaps, sampleRateHz] : [])];
}
