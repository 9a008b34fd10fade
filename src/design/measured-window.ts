import type { FilterSet } from './filter-set.ts';

/** Above this part of half the sampling rate a measurement tells nothing. */
export const MEASURED_BAND = 0.95;

/** Before what arrives first, and faded in over as much. */
const LEAD_SECONDS = 0.001;
/** What counts as first: against the loudest of all. */
const FIRST_ARRIVAL = 0.1;
/** Part of what is kept over which its end is faded. */
const FADE_OUT = 0.25;
/** Room behind the responses, so that their spectra are smooth enough to be read between bins. */
const PADDING = 2;

/**
 * Measured responses from a little before the first arrival of all on, for so long, as filters whose modelling delay is that arrival.
 * @param measured responses as a set has its filters, (inputs, outputs, taps)
 */
export function windowedResponses(
  measured: Omit<FilterSet, 'firs' | 'latencySamples'> & { readonly responses: Float32Array },
  keptSeconds: number,
): FilterSet {
  const { inputs, outputs, taps, sampleRateHz, responses } = measured;
  const rows = inputs * outputs;
  const first = firstArrival(responses, taps);
  const lead = Math.min(first, Math.round(LEAD_SECONDS * sampleRateHz));
  const length = Math.min(taps - first + lead, lead + Math.round(keptSeconds * sampleRateHz));
  const padded = PADDING * 2 ** Math.ceil(Math.log2(Math.max(length, 16)));
  const firs = new Float32Array(rows * padded);
  const fade = FADE_OUT * length;
  for (let t = 0; t < length; t++) {
    const rise = t < lead ? raised((t + 0.5) / lead) : 1;
    const fall = length - t < fade ? raised((length - t - 0.5) / fade) : 1;
    for (let row = 0; row < rows; row++) {
      firs[row * padded + t] = responses[row * taps + first - lead + t]! * rise * fall;
    }
  }
  return { inputs, outputs, taps: padded, sampleRateHz, latencySamples: lead, firs };
}

/** Raised cosine from 0 to 1. */
function raised(part: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * part);
}

function firstArrival(responses: Float32Array, taps: number): number {
  const loudest = responses.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  let first = taps;
  for (let start = 0; start < responses.length; start += taps) {
    for (let t = 0; t < first; t++) {
      if (Math.abs(responses[start + t]!) >= FIRST_ARRIVAL * loudest) first = t;
    }
  }
  return first;
}
