import type { DesignDocument } from './document.ts';

/** What a document may ask for. */
const MAX_TAPS = 16_384;

/**
 * Filters are designed for the rate at which they run, whatever the document was written at, and stay as long in time: at twice
 * the rate twice the taps, or low frequencies would be resolved half as well.
 */
export function atRate(document: DesignDocument, sampleRateHz: number): DesignDocument {
  const octaves = Math.max(0, Math.round(Math.log2(sampleRateHz / document.sampleRateHz)));
  return { ...document, sampleRateHz, filterTaps: Math.min(MAX_TAPS, document.filterTaps * 2 ** octaves) };
}
